'use client';
/** What a backtest found: three numbers, the ranks, the changed events, clues and rules. */
import type { BacktestResult, BacktestRun } from '@trove/contracts';
import { formatCount, formatFineMicros, formatMillis, formatNumberOf } from '../../format/numbers';
import { Panel } from '../../ui/Panel';
import { TimeText } from '../../ui/TimeText';
import { ChangedEvents } from './ChangedEvents';
import { ClueChanges } from './ClueChanges';
import { RankSlope } from './RankSlope';
import { RuleTimes } from './RuleTimes';
import { ThreeNumbers } from './ThreeNumbers';
import { groundWords, scopeWords } from './words';

const LIVE = { is: 'live' } as const;

interface ResultProps {
  readonly run: BacktestRun;
  readonly result: BacktestResult;
}

export function ResultPanels({ run, result }: ResultProps) {
  const { changed, changes, teamsMoved, teams, ranks, rules } = result;
  const clues = result.reached.length + result.unreached.length;
  const [slowest] = rules;
  return (
    <div className="grid grid-cols-1 gap-3 lg:grid-cols-2">
      <Panel
        className="lg:col-span-2"
        note={scopeWords(run)}
        state={LIVE}
        title="Result"
        tools={<Took result={result} />}
      >
        <ThreeNumbers result={result} />
        <p className="mt-2 text-[13px] text-muted">{groundWords(result).join(' · ')}</p>
      </Panel>
      <Panel
        note={`of ${formatNumberOf(teams, 'team')} · the first 20 of either board`}
        state={ranks.length > 0 ? LIVE : NO_TEAMS}
        title="Ranks"
        value={formatNumberOf(teamsMoved, 'team moves', 'teams move')}
      >
        <RankSlope ranks={ranks} />
      </Panel>
      <Panel
        note={changes.length > 0 ? 'one click to the receipt of each' : undefined}
        state={changed > 0 ? LIVE : NOTHING_CHANGED}
        title="Changed events"
        value={formatCount(changed)}
      >
        <ChangedEvents result={result} />
      </Panel>
      <Panel
        state={clues > 0 ? LIVE : NO_CLUES}
        title="Clues that become reachable or not"
        value={formatCount(clues)}
      >
        <ClueChanges result={result} />
      </Panel>
      <Panel
        note={slowest && `${formatFineMicros(slowest.meanUs)} each time it is asked`}
        state={slowest ? LIVE : NO_RULES}
        title="Slowest rule"
        value={slowest?.rule}
      >
        <RuleTimes rules={rules} />
      </Panel>
    </div>
  );
}

function Took({ result: { tookMs, firstMs, lastMs } }: { readonly result: BacktestResult }) {
  return (
    <span className="text-[13px] text-muted">
      {firstMs !== undefined && lastMs !== undefined && (
        <>
          <TimeText ms={firstMs} /> to <TimeText ms={lastMs} /> ·{' '}
        </>
      )}
      folded in {formatMillis(tookMs)}
    </span>
  );
}

const NO_TEAMS = { is: 'empty', says: 'No team has points, before or after.' } as const;
const NOTHING_CHANGED = {
  is: 'empty',
  says: 'Every event would have been answered as it was.',
} as const;
const NO_CLUES = {
  is: 'empty',
  says: 'The same clues would have been solved by somebody, and the same by nobody.',
} as const;
const NO_RULES = { is: 'empty', says: 'No rule was asked.' } as const;
