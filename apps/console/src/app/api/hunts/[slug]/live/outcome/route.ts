/** What has come of an act that waited to be decided. */
import { forViewer, queryOf } from '../../../../../../server/answers';
import { OutcomeQuery, readOutcome } from '../../../../../../server/reads/liveHunt/outcome';

export const dynamic = 'force-dynamic';

export const GET = forViewer<{ slug: string }>(
  (request, _, { slug }) => readOutcome(slug, queryOf(request, OutcomeQuery)),
  'operate',
);
