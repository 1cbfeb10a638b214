'use client';
/** The boards, with the own team in sight wherever it stands; and whether they are frozen. */
import type { BoardRow } from '@trove/contracts';
import clsx from 'clsx';
import { rankOf } from '../client/playState';
import { usePlay } from '../client/usePlay';
import { Heading } from '../frame/Heading';
import { clockText } from '../words/clockText';
import { NoView } from './NoView';

export function BoardView() {
  const { state, hunt } = usePlay();
  const { board, snapshot } = state;
  if (board === undefined || snapshot === undefined) return <NoView what="board" />;
  const { rows, around, frozenAt } = board;
  const title = hunt.divisions.find(({ id }) => id === snapshot.division)?.title;
  const shown = new Set(rows.map(({ team }) => team));
  const near = (around?.rows ?? []).filter(({ team }) => !shown.has(team));
  return (
    <>
      <Heading>Board</Heading>
      {frozenAt !== undefined && (
        <p className="m-0 rounded-xl border-2 border-accent bg-raised p-4">
          Frozen at {clockText(Date.parse(frozenAt))}: who wins is not told yet. Your own points go
          on.
        </p>
      )}
      {snapshot.isPlaytest && (
        <p className="m-0 text-muted">You try the hunt out, so your team is on no board.</p>
      )}
      {title !== undefined && state.divisionBoard !== undefined && (
        <section aria-label={title} className="flex flex-col gap-2">
          <h3 className="m-0 text-base font-semibold" dir="auto">
            {title}
          </h3>
          <Table own={snapshot.team} rows={state.divisionBoard.rows} />
        </section>
      )}
      {title !== undefined && <h3 className="m-0 text-base font-semibold">All teams</h3>}
      <Table own={snapshot.team} rows={[...rows, ...near]} />
      {rankOf(state) === undefined && !snapshot.isPlaytest && rows.length > 0 && (
        <p className="m-0 text-muted">
          Your team is not among those shown. Solve a clue, and look again.
        </p>
      )}
    </>
  );
}

interface TableProps {
  readonly rows: readonly BoardRow[];
  /** The own team. */
  readonly own: string;
}

function Table({ rows, own }: TableProps) {
  if (rows.length === 0) {
    return <p className="m-0 text-muted">Nobody has points yet. The first place is free!</p>;
  }
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">The best teams, and yours</caption>
      <thead className="text-sm text-muted">
        <tr>
          <th className="w-14 px-2 py-1 text-right font-normal">Place</th>
          <th className="px-2 py-1 text-left font-normal">Team</th>
          <th className="px-2 py-1 text-right font-normal">Points</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row isOwn={row.team === own} key={row.team} row={row} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: BoardRow;
  readonly isOwn: boolean;
}

function Row({ row, isOwn }: RowProps) {
  const { rank, team, name, score } = row;
  return (
    <tr className={clsx('border-t-2 border-line', isOwn && 'bg-raised font-semibold')}>
      <td className="figures h-12 px-2 text-right">{rank}</td>
      <th className="max-w-0 px-2 text-left font-[inherit] break-words" dir="auto" scope="row">
        {name ?? team}
        {isOwn && <span className="text-accent"> · you</span>}
      </th>
      <td className="figures px-2 text-right">{score}</td>
    </tr>
  );
}
