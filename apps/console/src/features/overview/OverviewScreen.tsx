'use client';
/** Is tonight going well, and if not, where is it? */
import { useCallback, useState } from 'react';
import { type Behind, BehindSheet } from './BehindSheet';
import { CountsPanel } from './CountsPanel';
import { FeedPanel } from './FeedPanel';
import { HeadStrip } from './HeadStrip';
import { LagPanel } from './LagPanel';
import { LatencyPanel } from './LatencyPanel';
import { OutcomePanel } from './OutcomePanel';
import { RecommendationsPanel } from './RecommendationsPanel';
import { useOverview } from './useOverview';

export function OverviewScreen() {
  const overview = useOverview();
  const [behind, setBehind] = useState<Behind>();
  const close = useCallback(() => setBehind(undefined), []);
  return (
    <div className="flex flex-col gap-3">
      <h1 className="sr-only">Overview</h1>
      <HeadStrip overview={overview} />
      <div className="grid grid-cols-1 gap-3 xl:grid-cols-2">
        <OutcomePanel onBehind={setBehind} overview={overview} />
        <LatencyPanel onBehind={setBehind} overview={overview} />
      </div>
      <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
        <CountsPanel field="duplicates" onBehind={setBehind} overview={overview} />
        <CountsPanel field="refusals" onBehind={setBehind} overview={overview} />
        <RecommendationsPanel overview={overview} />
        <LagPanel overview={overview} />
      </div>
      <FeedPanel hasKeys={behind === undefined} />
      <BehindSheet behind={behind} onClose={close} />
    </div>
  );
}
