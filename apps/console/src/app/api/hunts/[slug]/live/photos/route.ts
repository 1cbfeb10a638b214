/** Photos of a hunt, for those who judge them. */
import { forViewer, queryOf } from '../../../../../../server/answers';
import { PhotosQuery, readPhotos } from '../../../../../../server/reads/liveHunt/photos';

export const dynamic = 'force-dynamic';

export const GET = forViewer<{ slug: string }>(
  (request, _, { slug }) => readPhotos(slug, queryOf(request, PhotosQuery)),
  'operate',
);
