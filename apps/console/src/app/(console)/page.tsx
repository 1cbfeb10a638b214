import type { Metadata } from 'next';
import { OverviewScreen } from '../../features/overview/OverviewScreen';
import { requireViewer } from '../../server/viewer';

export const metadata: Metadata = { title: 'Overview' };

export default async function OverviewPage() {
  await requireViewer();
  return <OverviewScreen />;
}
