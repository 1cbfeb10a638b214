import type { Metadata } from 'next';
import { env } from '../../../env';
import { PlayApp } from '../../../features/play/PlayApp';
import { readHuntForPlayers } from '../../../server/reads/huntForPlayers';

interface PlayPageProps {
  readonly params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: PlayPageProps): Promise<Metadata> {
  const { slug } = await params;
  const { title } = await readHuntForPlayers(slug);
  return { title, manifest: `/play/${encodeURIComponent(slug)}/manifest.webmanifest` };
}

export default async function PlayPage({ params }: PlayPageProps) {
  const hunt = await readHuntForPlayers((await params).slug);
  return <PlayApp door={env().TROVE_INGEST_URL} hunt={hunt} />;
}
