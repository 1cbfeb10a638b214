'use client';
/** The three answers side by side: while the twin is behind they differ, caught up they do not. */
import { formatNumberOf } from '../../format/numbers';
import { wordsOfCode } from '../../live/outcomes';
import { Panel } from '../../ui/Panel';
import type { BothSides } from './answers';
import { BothTable } from './BothTable';
import { type BothRow, bothRows } from './figures';

const LIVE = { is: 'live' } as const;
const CLUES = 20;

export function BothPanels({ both }: { readonly both: BothSides }) {
  const { live, twin } = both;
  const names = new Map(live.board.map(({ team, name }) => [team, name ?? team]));
  const board = boardRows(both).map((row) => ({ ...row, name: names.get(row.name) ?? row.name }));
  const points = bothRows(live.points, twin.points).slice(0, CLUES);
  const outcomes = bothRows(live.outcomes, both.outcomes);
  return (
    <div className="grid grid-cols-1 gap-3 lg:grid-cols-3">
      <Panel note={differing(board)} state={LIVE} title="Board">
        <BothTable caption="Points by team" rows={board} />
      </Panel>
      <Panel note={differing(points)} state={LIVE} title="Points by clue">
        <BothTable
          caption="Points by clue"
          rows={points.map((row) => ({ ...row, name: row.name || 'no clue' }))}
        />
      </Panel>
      <Panel note={differing(outcomes)} state={LIVE} title="Events by outcome">
        <BothTable
          caption="Events of the partition by outcome"
          rows={outcomes.map((row) => ({ ...row, name: wordsOfCode(row.name) }))}
        />
      </Panel>
    </div>
  );
}

/** The first of the live board, with what the twin knows of them. */
function boardRows({ live, twin }: BothSides): readonly BothRow[] {
  const known = new Map(twin.board.map(({ team, score }) => [team, score]));
  return live.board.map(({ team, score }) => {
    return { name: team, live: score, twin: known.get(team) ?? 0 };
  });
}

function differing(rows: readonly BothRow[]): string {
  const count = rows.filter(({ live, twin }) => live !== twin).length;
  if (count === 0) return 'both the same';
  return `${formatNumberOf(count, 'figure differs', 'figures differ')} until the next run`;
}
