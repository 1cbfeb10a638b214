import type { Metadata } from 'next';
import { FairPlayScreen } from '../../../features/fairPlay/FairPlayScreen';
import { requireViewer } from '../../../server/viewer';

export const metadata: Metadata = { title: 'Fair play' };

export default async function FairPlayPage() {
  await requireViewer();
  return <FairPlayScreen />;
}
