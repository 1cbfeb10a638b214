import type { Metadata } from 'next';
import { PhotosScreen } from '../../../../../../features/livePhotos/PhotosScreen';
import { pageFor } from '../../../../../../server/page';

export const metadata: Metadata = { title: 'Photos' };

interface PageProps {
  readonly params: Promise<{ slug: string }>;
}

export default pageFor<PageProps>('operate', async (_viewer, { params }) => {
  const { slug } = await params;
  return <PhotosScreen slug={slug} />;
});
