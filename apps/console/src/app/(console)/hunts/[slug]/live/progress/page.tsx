import type { Metadata } from 'next';
import { ProgressScreen } from '../../../../../../features/liveHunt/ProgressScreen';
import { requireViewer } from '../../../../../../server/viewer';

export const metadata: Metadata = { title: 'Progress' };

interface PageProps {
  readonly params: Promise<{ slug: string }>;
}

export default async function Page({ params }: PageProps) {
  await requireViewer();
  const { slug } = await params;
  return <ProgressScreen slug={slug} />;
}
