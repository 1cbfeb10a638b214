import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { BoardScreen } from '../../../../features/hunts/BoardScreen';
import { pageFor } from '../../../../server/page';
import { readHeadOfHunt } from '../../../../server/reads/hunts';

export const metadata: Metadata = { title: 'Board' };

interface BoardPageProps {
  readonly params: Promise<{ slug: string }>;
}

export default pageFor<BoardPageProps>('read', async (_viewer, { params }) => {
  const { slug } = await params;
  const head = await readHeadOfHunt(slug);
  if (!head) notFound();
  if (!head.isPublished) redirect(`/hunts/${slug}/clues`);
  return <BoardScreen slug={slug} />;
});
