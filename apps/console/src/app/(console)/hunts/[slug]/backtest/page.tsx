import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BacktestScreen } from '../../../../../features/backtest/BacktestScreen';
import { draftSource } from '../../../../../server/reads/draftSource';
import { requireViewer } from '../../../../../server/viewer';

export const metadata: Metadata = { title: 'Backtest' };

interface BacktestPageProps {
  readonly params: Promise<{ slug: string }>;
}

export default async function BacktestPage({ params }: BacktestPageProps) {
  await requireViewer();
  const { slug } = await params;
  const draft = await draftSource(slug);
  if (draft === undefined) notFound();
  return <BacktestScreen draft={draft} slug={slug} />;
}
