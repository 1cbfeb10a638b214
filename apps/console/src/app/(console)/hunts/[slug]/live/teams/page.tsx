import type { Metadata } from 'next';
import { HelpScreen } from '../../../../../../features/liveHunt/HelpScreen';
import { requireViewer } from '../../../../../../server/viewer';

export const metadata: Metadata = { title: 'Teams' };

interface PageProps {
  readonly params: Promise<{ slug: string }>;
}

export default async function Page({ params }: PageProps) {
  await requireViewer();
  const { slug } = await params;
  return <HelpScreen slug={slug} />;
}
