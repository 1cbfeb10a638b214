import type { Metadata } from 'next';
import { MapScreen } from '../../../../../../features/map/MapScreen';
import { findPlan } from '../../../../../../server/map/floorPlans';
import { hasTiles } from '../../../../../../server/map/tiles';
import { pageFor } from '../../../../../../server/page';

export const metadata: Metadata = { title: 'Map' };

interface MapPageProps {
  readonly params: Promise<{ slug: string }>;
}

export default pageFor<MapPageProps>('design', async (_viewer, { params }) => {
  const { slug } = await params;
  return <MapScreen ground={{ hasTiles: hasTiles(), plan: await findPlan(slug) }} />;
});
