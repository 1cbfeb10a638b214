/** Who solved a clue first, by the log and by the devices. */
import { forViewer, queryOf } from '../../../../../../server/answers';
import { FinishQuery, readFinish } from '../../../../../../server/reads/liveHunt/timeline';

export const dynamic = 'force-dynamic';

export const GET = forViewer<{ slug: string }>((request, _, { slug }) =>
  readFinish(slug, queryOf(request, FinishQuery)),
);
