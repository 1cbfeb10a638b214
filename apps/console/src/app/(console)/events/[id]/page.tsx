import type { Metadata } from 'next';
import { ReceiptScreen } from '../../../../features/receipt/ReceiptScreen';
import { requireViewer } from '../../../../server/viewer';

export const metadata: Metadata = { title: 'Receipt' };

interface ReceiptPageProps {
  readonly params: Promise<{ id: string }>;
}

export default async function ReceiptPage({ params }: ReceiptPageProps) {
  await requireViewer();
  const { id } = await params;
  return <ReceiptScreen id={id} />;
}
