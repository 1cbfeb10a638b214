/** Who solved a clue first, by the log and by the devices. */
import { forViewer, queryOf } from '../../../../../../server/answers';
import { FinishQuery, readFinish } from '../../../../../../server/reads/liveHunt/timeline';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  context: { readonly params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await context.params;
  return forViewer(() => readFinish(slug, queryOf(request, FinishQuery)))(request);
}
