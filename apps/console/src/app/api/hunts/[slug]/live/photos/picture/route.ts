/** The picture of one photo, for those who judge it: kept by nobody on the way. */
import { forViewer, queryOf } from '../../../../../../../server/answers';
import { contracts } from '../../../../../../../server/packages';
import { PictureQuery, readPicture } from '../../../../../../../server/reads/liveHunt/photos';

export const dynamic = 'force-dynamic';

const HEADERS = {
  'Content-Type': contracts.KEPT_PHOTO_TYPE,
  'Content-Disposition': 'inline; filename="photo.webp"',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  // The browser that shows it may, so that going back and forth asks for it once.
  'Cache-Control': 'private, max-age=600',
};

export const GET = forViewer<{ slug: string }>(async (request, _, { slug }) => {
  const picture = await readPicture(slug, queryOf(request, PictureQuery));
  return picture && new Response(Buffer.from(picture), { headers: HEADERS });
}, 'operate');
