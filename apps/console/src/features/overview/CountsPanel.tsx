'use client';
/** Duplicates by rung, or refusals by reason: sums of the window, or second by second. */
import { useMemo, useState } from 'react';
import { BarList } from '../../charts/BarList';
import { TableToggle } from '../../charts/ChartPanel';
import { RowsTable } from '../../charts/RowsTable';
import { formatCount, formatRate } from '../../format/numbers';
import { wordsOfCode } from '../../live/outcomes';
import { countRows, totalsOf } from '../../live/series';
import { Panel } from '../../ui/Panel';
import type { OnBehind } from './BehindSheet';
import { type Overview, useLivePanelState } from './useOverview';

interface CountsPanelProps {
  readonly field: 'duplicates' | 'refusals';
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
    words: { id: 'same id, seen before', chunk: 'same id, in one batch' } as const,
  },
  refusals: {
    title: 'Refusals by reason',
    colour: 'var(--bad)',
    empty: 'Nothing was refused in this window.',
    from: 'ingest',
    words: {},
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
  });
  const words: Readonly<Record<string, string>> = kind.words;
  const wordOf = (key: string) => words[key] ?? wordsOfCode(key);
  const series = totals.map(([key]) => ({ key, label: wordOf(key), colour: kind.colour }));
  const [from = 0, to = 0] = overview?.domain ?? [];
  const pick = (key: string) => {
    onBehind(
      field === 'duplicates'
        ? { kind: 'events', from, to, outcome: 'duplicate' }
        : { kind: 'refusals', from, to, code: key },
    );
  };
  return (
    <Panel
      note="in the window"
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
