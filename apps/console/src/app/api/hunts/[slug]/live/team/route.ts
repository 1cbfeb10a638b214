/** The hunt as one team sees it. */
import { forViewer, queryOf } from '../../../../../../server/answers';
import { readTeamView, TeamQuery } from '../../../../../../server/reads/liveHunt/team';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  context: { readonly params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await context.params;
  return forViewer(() => readTeamView(slug, queryOf(request, TeamQuery)))(request);
}
