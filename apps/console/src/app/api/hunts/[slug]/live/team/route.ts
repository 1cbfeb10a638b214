/** The hunt as one team sees it. */
import { forViewer, queryOf } from '../../../../../../server/answers';
import { readTeamView, TeamQuery } from '../../../../../../server/reads/liveHunt/team';

export const dynamic = 'force-dynamic';

export const GET = forViewer<{ slug: string }>((request, _, { slug }) =>
  readTeamView(slug, queryOf(request, TeamQuery)),
);
