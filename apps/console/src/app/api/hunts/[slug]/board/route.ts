/** The board of one hunt as it stands, or of one of its divisions. */
import { forViewer, queryOf } from '../../../../../server/answers';
import { BoardQuery, readHuntBoard } from '../../../../../server/reads/hunts';

export const dynamic = 'force-dynamic';

export const GET = forViewer<{ slug: string }>((request, _, { slug }) =>
  readHuntBoard(slug, queryOf(request, BoardQuery)),
);
