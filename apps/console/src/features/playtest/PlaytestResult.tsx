'use client';
/** What a playtest has found: in sentences, in two distributions, and clue by clue. */
import type { PlaytestReport } from '@trove/core/playtest';
import { formatShare } from '../../format/numbers';
import { FactList } from '../../ui/FactList';
import { Panel } from '../../ui/Panel';
import { ClueCrowds } from './ClueCrowds';
import { Histogram } from './Histogram';

const LIVE = { is: 'live' } as const;
const NONE = { is: 'empty', says: 'No team has solved every clue.' } as const;

export function PlaytestResult({ report }: { readonly report: PlaytestReport }) {
  const { says, ends, teams, minutes, points } = report;
  return (
    <>
      <Panel state={LIVE} title="What it says">
        <div className="flex flex-col gap-3">
          <ul className="m-0 list-disc pl-5">
            {says.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <FactList
            facts={[
              ['finished', `${ends.finished} (${formatShare(ends.finished / teams)})`],
              ['ran out of time', `${ends.late} (${formatShare(ends.late / teams)})`],
              ['nothing left to try', `${ends.stuck} (${formatShare(ends.stuck / teams)})`],
            ]}
          />
        </div>
      </Panel>
      <div className="grid gap-3 lg:grid-cols-2">
        <Panel
          state={minutes ? LIVE : NONE}
          title="Minutes to the last clue"
          value={minutes && Math.round(minutes.p50)}
        >
          {minutes && <Histogram of={minutes} unit="min" />}
        </Panel>
        <Panel state={LIVE} title="Points" value={Math.round(points.p50)}>
          <Histogram of={points} unit="points" />
        </Panel>
      </div>
      <ClueCrowds report={report} />
    </>
  );
}
