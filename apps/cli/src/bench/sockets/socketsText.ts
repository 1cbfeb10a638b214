/** The sockets' figures for people, and their section of RESULTS.md. Pure. */
import { textTable } from '../../textTable.js';
import { BENCH } from '../limits.js';
import type { Quantiles } from '../shapes.js';
import type { SocketsReport } from './shapes.js';

const HEAD = '## Sockets';

type Row = readonly [what: string, figure: string];

export function socketsRows(report: SocketsReport): Row[] {
  const { connections, kbPerConnection, doorMb, fanOut, result } = report;
  return [
    ['connections held', connections.toLocaleString('en-GB')],
    ['live memory of the door for each', `${kbPerConnection} kB`],
    ['resident memory of the door with all of them', `${doorMb} MB`],
    ['one change of the board, from the first player to each', quantilesText(fanOut.each)],
    ['the same, to the last player, over all changes', quantilesText(fanOut.last)],
    ['an event to its result, with all of them open', quantilesText(result)],
  ];
}

function quantilesText({ p50Ms, p99Ms, maxMs }: Quantiles): string {
  return `p50 ${p50Ms} ms, p99 ${p99Ms} ms, most ${maxMs} ms`;
}

export function socketsTable(report: SocketsReport): string {
  return textTable(socketsRows(report));
}

/** @param where the line that names the machine */
export function socketsSection(report: SocketsReport, where: string): string {
  const rows = socketsRows(report).map(([what, figure]) => `| ${what} | ${figure} |`);
  const about = [
    'Measured by `npx trove bench --sockets`, which the whole bench ends with. All sockets are',
    'players of one hunt, held by one process on the same cores, whose reading is in the figures.',
    `Live memory is the heap and what hangs on it after a full collection, with all sockets open`,
    `less with the first ${BENCH.sockets.first}; what the kernel keeps for a socket is not in it.`,
  ];
  return [HEAD, '', where, '', ...about, '', '| | measured |', '| --- | --- |', ...rows, ''].join(
    '\n',
  );
}

/** RESULTS.md with another section on sockets, or a first one. */
export function withSection(results: string, section: string): string {
  const from = results.indexOf(HEAD);
  const before = from === -1 ? results : results.slice(0, from);
  return `${before.trimEnd()}\n\n${section}`;
}
