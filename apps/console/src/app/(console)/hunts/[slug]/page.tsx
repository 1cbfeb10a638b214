import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BoardScreen } from '../../../../features/hunts/BoardScreen';
import { readHunt } from '../../../../server/reads/hunts';
import { requireViewer } from '../../../../server/viewer';

export const metadata: Metadata = { title: 'Board' };

interface BoardPageProps {
  readonly params: Promise<{ slug: string }>;
}

export default async function BoardPage({ params }: BoardPageProps) {
  await requireViewer();
  const { slug } = await params;
  if (!(await readHunt(slug))) notFound();
  return <BoardScreen slug={slug} />;
}
