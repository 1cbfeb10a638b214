'use client';
/** Duplicates by rung, refusals by reason, or expectations that were not met. */
import { PROBLEMS } from '@trove/contracts/problem-codes';
import { useMemo, useState } from 'react';
import { BarList } from '../../charts/BarList';
import { TableToggle } from '../../charts/ChartPanel';
import { RowsTable } from '../../charts/RowsTable';
import { formatCount, formatRate } from '../../format/numbers';
import { wordsOfCode, wordsOfRung } from '../../live/outcomes';
import { countRows, totalsOf } from '../../live/series';
import { Panel } from '../../ui/Panel';
import type { Behind, OnBehind } from './BehindSheet';
import { type Overview, useLivePanelState } from './useOverview';

interface CountsPanelProps {
  readonly field: 'duplicates' | 'refusals' | 'unmet';
  readonly overview: Overview | undefined;
  readonly onBehind: OnBehind;
}

const TABLE_HEIGHT = 150;

const KINDS = {
  duplicates: {
    title: 'Duplicates by rung',
    colour: 'var(--repeat)',
    empty: 'No event came twice in this window.',
    from: 'worker',
    wordOf: wordsOfRung,
  },
  refusals: {
    title: 'Refusals by reason',
    colour: 'var(--bad)',
    empty: 'Nothing was refused in this window.',
    from: 'ingest',
    wordOf: wordsOfCode,
  },
  unmet: {
    title: 'Expectations not met',
    colour: 'var(--doubt)',
    empty: 'Every event met what its hunt expects.',
    from: 'worker',
    wordOf: wordsOfCode,
  },
} as const;

export function CountsPanel({ field, overview, onBehind }: CountsPanelProps) {
  const kind = KINDS[field];
  const [isTable, setTable] = useState(false);
  const view = overview?.view;
  const totals = useMemo(() => (view ? totalsOf(view, field) : []), [view, field]);
  const state = useLivePanelState({
    hasData: view && totals.length > 0,
    emptySays: kind.empty,
    from: kind.from,
    isQuiet: field === 'unmet',
  });
  const { wordOf } = kind;
  const series = totals.map(([key]) => ({ key, label: wordOf(key), colour: kind.colour }));
  const [from = 0, to = 0] = overview?.domain ?? [];
  const pick = (key: string) => onBehind(behindOf(field, key, [from, to]));
  return (
    <Panel
      note={field === 'refusals' ? noteOfRefusals(totals) : 'in the window'}
      state={state}
      title={kind.title}
      tools={<TableToggle isTable={isTable} onToggle={setTable} title={kind.title} />}
      value={view && formatCount(totals.reduce((sum, [, count]) => sum + count, 0))}
    >
      {isTable && view ? (
        <RowsTable
          caption={`${kind.title}, a second`}
          format={formatRate}
          height={TABLE_HEIGHT}
          rows={countRows(
            view,
            field,
            totals.map(([key]) => key),
          )}
          series={series}
        />
      ) : (
        <BarList
          bars={totals.map(([key, count]) => ({ key, count, label: wordOf(key) }))}
          colour={kind.colour}
          onPick={pick}
        />
      )}
    </Panel>
  );
}

/** Most of a rush is told to come again, and counts once when it does: that is no event lost. */
function noteOfRefusals(totals: readonly (readonly [string, number])[]): string {
  const again = totals.filter(([code]) => isRetried(code));
  const count = again.reduce((sum, [, times]) => sum + times, 0);
  return count === 0 ? 'in the window' : `of them ${formatCount(count)} told to be sent again`;
}

function isRetried(code: string): boolean {
  const known: Readonly<Record<string, { readonly retryable: boolean }>> = PROBLEMS;
  return known[code]?.retryable === true;
}

function behindOf(
  field: CountsPanelProps['field'],
  key: string,
  [from, to]: readonly [number, number],
): Behind {
  if (field === 'refusals') return { kind: 'refusals', from, to, code: key };
  const span = { kind: 'events', from, to } as const;
  return field === 'unmet' ? { ...span, unmet: key } : { ...span, outcome: 'duplicate', rung: key };
}
