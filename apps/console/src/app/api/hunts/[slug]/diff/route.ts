/** What differs between two versions of a hunt, or between one and the draft. */
import { forViewer, queryOf } from '../../../../../server/answers';
import { DiffQuery, readDiff } from '../../../../../server/reads/versions';

export const dynamic = 'force-dynamic';

export const GET = forViewer<{ slug: string }>(
  (request, _, { slug }) => readDiff(slug, queryOf(request, DiffQuery)),
  'design',
);
