'use client';
/** Is tonight going well, and if not, where is it? */
import { useCallback, useMemo, useState } from 'react';
import { type TimeAxis, TimeAxisContext } from '../../charts/timeAxis';
import { type Behind, BehindSheet } from './BehindSheet';
import { ChecksPanel } from './ChecksPanel';
import { CountsPanel } from './CountsPanel';
import { FeedPanel } from './FeedPanel';
import { HeadStrip } from './HeadStrip';
import { IncidentList } from './IncidentList';
import { LagPanel } from './LagPanel';
import { LatencyPanel } from './LatencyPanel';
import { OutcomePanel } from './OutcomePanel';
import { QualityPanel } from './QualityPanel';
import { RangeNote } from './RangeNote';
import { RecommendationsPanel } from './RecommendationsPanel';
import { type Overview, useOverview } from './useOverview';
import { useZoom } from './useZoom';

export function OverviewScreen() {
  const overview = useOverview();
  const [behind, setBehind] = useState<Behind>();
  const axis = useAxis(overview);
  const close = useCallback(() => setBehind(undefined), []);
  return (
    <TimeAxisContext value={axis}>
      <div className="flex flex-col gap-3">
        <h1 className="sr-only">Overview</h1>
        <HeadStrip overview={overview} />
        <RangeNote overview={overview} />
        <IncidentList onBehind={setBehind} overview={overview} />
        <div className="grid grid-cols-1 gap-3 xl:grid-cols-2">
          <OutcomePanel onBehind={setBehind} overview={overview} />
          <LatencyPanel onBehind={setBehind} overview={overview} />
        </div>
        <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
          <CountsPanel field="duplicates" onBehind={setBehind} overview={overview} />
          <CountsPanel field="refusals" onBehind={setBehind} overview={overview} />
          <CountsPanel field="unmet" onBehind={setBehind} overview={overview} />
          <RecommendationsPanel overview={overview} />
          <div className="flex min-w-0 flex-col gap-3">
            <LagPanel onBehind={setBehind} overview={overview} />
            <ChecksPanel overview={overview} />
          </div>
          <QualityPanel overview={overview} />
        </div>
        <FeedPanel hasKeys={behind === undefined} />
        <BehindSheet behind={behind} onClose={close} />
      </div>
    </TimeAxisContext>
  );
}

const NO_MARKS: TimeAxis['marks'] = [];

/** Marks and zoom are the same on every chart of the screen. */
function useAxis(overview: Overview | undefined): TimeAxis {
  const onZoom = useZoom(overview?.domain);
  const marks = overview?.marks ?? NO_MARKS;
  const widthMs = overview?.view.widthMs ?? 0;
  return useMemo(() => ({ marks, widthMs, onZoom }), [marks, widthMs, onZoom]);
}
