import type { Metadata } from 'next';
import { ControlScreen } from '../../../../../features/liveHunt/ControlScreen';
import { requireViewer } from '../../../../../server/viewer';

export const metadata: Metadata = { title: 'Live control' };

interface PageProps {
  readonly params: Promise<{ slug: string }>;
}

export default async function Page({ params }: PageProps) {
  await requireViewer();
  const { slug } = await params;
  return <ControlScreen slug={slug} />;
}
