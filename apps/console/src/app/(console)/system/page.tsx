import type { Metadata } from 'next';
import { SystemScreen } from '../../../features/system/SystemScreen';
import { build } from '../../../server/health';
import { requireViewer } from '../../../server/viewer';

export const metadata: Metadata = { title: 'System' };

export default async function SystemPage() {
  await requireViewer();
  return <SystemScreen build={build()} />;
}
