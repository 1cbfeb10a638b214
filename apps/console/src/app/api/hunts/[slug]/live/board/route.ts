/** The board of an instant. */
import { forViewer, queryOf } from '../../../../../../server/answers';
import { readTimeline, TimelineQuery } from '../../../../../../server/reads/liveHunt/timeline';

export const dynamic = 'force-dynamic';

export const GET = forViewer<{ slug: string }>((request, _, { slug }) =>
  readTimeline(slug, queryOf(request, TimelineQuery)),
);
