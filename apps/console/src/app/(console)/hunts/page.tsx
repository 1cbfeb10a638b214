import type { Metadata } from 'next';
import { HuntsScreen } from '../../../features/hunts/HuntsScreen';
import { requireViewer } from '../../../server/viewer';

export const metadata: Metadata = { title: 'Hunts' };

export default async function HuntsPage() {
  await requireViewer();
  return <HuntsScreen />;
}
