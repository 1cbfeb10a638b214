import type { Metadata } from 'next';
import { TwinScreen } from '../../../features/twin/TwinScreen';
import { requireViewer } from '../../../server/viewer';

export const metadata: Metadata = { title: 'Batch twin' };

export default async function TwinPage() {
  await requireViewer();
  return <TwinScreen />;
}
