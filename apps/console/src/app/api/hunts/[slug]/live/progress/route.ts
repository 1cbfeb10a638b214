/** A page of teams, with how far each is with every clue. */
import { forViewer, queryOf } from '../../../../../../server/answers';
import { ProgressQuery, readProgress } from '../../../../../../server/reads/liveHunt/progress';

export const dynamic = 'force-dynamic';

export const GET = forViewer<{ slug: string }>((request, _, { slug }) =>
  readProgress(slug, queryOf(request, ProgressQuery)),
);
