/** One backtest with its result. */
import { forViewer } from '../../../../server/answers';
import { readBacktest } from '../../../../server/reads/backtests';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  context: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await context.params;
  return forViewer(() => readBacktest(id), 'design')(request);
}
