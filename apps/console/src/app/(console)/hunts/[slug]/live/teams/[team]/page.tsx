import type { Metadata } from 'next';
import { TeamScreen } from '../../../../../../../features/liveHunt/TeamScreen';
import { requireViewer } from '../../../../../../../server/viewer';

export const metadata: Metadata = { title: 'As a team sees it' };

interface PageProps {
  readonly params: Promise<{ slug: string; team: string }>;
}

export default async function Page({ params }: PageProps) {
  await requireViewer();
  const { slug, team } = await params;
  return <TeamScreen slug={slug} team={decodeURIComponent(team)} />;
}
