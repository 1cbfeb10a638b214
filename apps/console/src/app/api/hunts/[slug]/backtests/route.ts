/** Backtests of one hunt, newest first. */
import { forViewer } from '../../../../../server/answers';
import { readBacktests } from '../../../../../server/reads/backtests';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  context: { readonly params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await context.params;
  return forViewer(() => readBacktests(slug), 'design')(request);
}
