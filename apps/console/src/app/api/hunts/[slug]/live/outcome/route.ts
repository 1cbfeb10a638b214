/** What has come of an act that waited to be decided. */
import { forViewer, queryOf } from '../../../../../../server/answers';
import { OutcomeQuery, readOutcome } from '../../../../../../server/reads/liveHunt/outcome';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  context: { readonly params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await context.params;
  return forViewer(() => readOutcome(slug, queryOf(request, OutcomeQuery)), 'operate')(request);
}
