/** What replay and simulate say at their end: one shape for scripts, one table for people. */
import type { BoardPush } from '@trove/contracts';
import { type Cell, textTable } from '../textTable.js';
import type { Counts, Tally } from './tally.js';

export interface DeliveryReport {
  readonly sent: number;
  readonly acked: number;
  readonly outcomes: Counts<string>;
  readonly verdicts: Counts<string>;
  readonly points: number;
  readonly board: readonly { readonly team: string; readonly score: number }[];
}

/** The counts with the board as it stands now. */
export function reportOf(tally: Tally, board: BoardPush): DeliveryReport {
  const { sent, acked, outcomes, verdicts, points } = tally;
  const rows = board.rows.map(({ team, score }) => ({ team, score }));
  return { sent, acked, outcomes, verdicts, points, board: rows };
}

/** The report as a table: counts first, then the board's head. */
export function reportText(report: DeliveryReport, shownTeams = 10): string {
  const { sent, acked, outcomes, verdicts, points, board } = report;
  const counts: Cell[][] = [
    ['sent', sent],
    ['acked', acked],
    ...rowsOf('outcome', outcomes),
    ...rowsOf('verdict', verdicts),
    ['points moved', points],
  ];
  const teams = board.slice(0, shownTeams).map(({ team, score }, at): Cell[] => {
    return [at + 1, team, score];
  });
  return `${textTable(counts)}\n\n  Board\n${textTable(teams)}`;
}

function rowsOf(what: string, counts: Counts<string>): Cell[][] {
  return Object.entries(counts)
    .sort(([, a = 0], [, b = 0]) => b - a)
    .map(([name, value = 0]) => [`${what} ${name}`, value]);
}
