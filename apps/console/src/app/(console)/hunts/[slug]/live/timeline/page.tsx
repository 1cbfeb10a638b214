import type { Metadata } from 'next';
import { TimelineScreen } from '../../../../../../features/liveHunt/TimelineScreen';
import { requireViewer } from '../../../../../../server/viewer';

export const metadata: Metadata = { title: 'Timeline' };

interface PageProps {
  readonly params: Promise<{ slug: string }>;
}

export default async function Page({ params }: PageProps) {
  await requireViewer();
  const { slug } = await params;
  return <TimelineScreen slug={slug} />;
}
