import type { Metadata } from 'next';
import { QuarantineScreen } from '../../../features/quarantine/QuarantineScreen';
import { requireViewer } from '../../../server/viewer';

export const metadata: Metadata = { title: 'Quarantine' };

export default async function QuarantinePage() {
  await requireViewer();
  return <QuarantineScreen />;
}
