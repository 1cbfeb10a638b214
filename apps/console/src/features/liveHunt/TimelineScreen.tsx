'use client';
/** The hunt's past: its board at any instant, and who was first by which clock. */
import { FinishPanel } from './FinishPanel';
import { PastBoardPanel } from './PastBoardPanel';

export function TimelineScreen({ slug }: { readonly slug: string }) {
  return (
    <div className="grid gap-3 lg:grid-cols-2">
      <PastBoardPanel slug={slug} />
      <FinishPanel slug={slug} />
    </div>
  );
}
