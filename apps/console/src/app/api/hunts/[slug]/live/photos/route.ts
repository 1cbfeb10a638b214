/** Photos of a hunt, for those who judge them. */
import { forViewer, queryOf } from '../../../../../../server/answers';
import { PhotosQuery, readPhotos } from '../../../../../../server/reads/liveHunt/photos';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  context: { readonly params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await context.params;
  const read = () => readPhotos(slug, queryOf(request, PhotosQuery));
  return forViewer(read, 'operate')(request);
}
