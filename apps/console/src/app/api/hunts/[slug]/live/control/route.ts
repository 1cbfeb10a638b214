/** Where a hunt stands, and what can be done with it. */
import { forViewer } from '../../../../../../server/answers';
import { readControl } from '../../../../../../server/reads/liveHunt/control';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  context: { readonly params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await context.params;
  return forViewer(() => readControl(slug))(request);
}
