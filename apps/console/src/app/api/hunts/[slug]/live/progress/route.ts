/** A page of teams, with how far each is with every clue. */
import { forViewer, queryOf } from '../../../../../../server/answers';
import { ProgressQuery, readProgress } from '../../../../../../server/reads/liveHunt/progress';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  context: { readonly params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await context.params;
  return forViewer(() => readProgress(slug, queryOf(request, ProgressQuery)))(request);
}
