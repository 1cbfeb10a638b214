/** A playtest for people: what matters in sentences, then the distributions, then clue by clue. */
import type { CluePlay, Distribution, PlaytestReport } from '@trove/core/playtest';
import { type Cell, textTable } from '../textTable.js';
import { plainText } from './plainText.js';

export function playtestText(report: PlaytestReport): string {
  const { says, ends, minutes, points, solved, clues, teams, events, seed } = report;
  const rows: (readonly Cell[])[] = [
    ['', 'least', '10 %', '25 %', 'half', '75 %', '90 %', 'most', ''],
    ...(minutes === undefined ? [] : [distributionRow('minutes to the end', minutes)]),
    distributionRow('points', points),
    distributionRow('clues solved', solved),
  ];
  const head = `${count(teams)} teams, ${count(events)} events, seed ${seed}`;
  const ended = `${count(ends.finished)} finished, ${count(ends.stuck)} had nothing left to try, `;
  return [
    ...says.map(plainText),
    '',
    `${head}: ${ended}${count(ends.late)} were out of time`,
    textTable(rows),
    '',
    textTable([CLUE_HEAD, ...clues.map((clue) => clueRow(clue, report))]),
  ].join('\n');
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}

function distributionRow(name: string, values: Distribution): readonly Cell[] {
  const { least, p10, p25, p50, p75, p90, most, columns } = values;
  return [name, ...[least, p10, p25, p50, p75, p90, most].map(Math.round), bars(columns)];
}

const BARS = '▁▂▃▄▅▆▇█';

/** A column of text for each; what is empty is a space. */
function bars(values: readonly number[]): string {
  const most = Math.max(1, ...values);
  return values
    .map((value) => (value === 0 ? ' ' : BARS[Math.ceil((value / most) * BARS.length) - 1]))
    .join('');
}

const CLUE_HEAD = [
  ...['clue', 'kind', 'came', 'solved', 'left', 'wrong', 'hints', 'minutes'],
  ...['most at once', 'in minute', 'crowd'],
];

function clueRow(clue: CluePlay, { clues }: PlaytestReport): readonly Cell[] {
  const { id, kind, reached, solved, left, wrong, hints, minutes, mostAtOnce, mostAtMs } = clue;
  // All crowds are drawn on one scale, so that the worst of them stands out.
  const most = Math.max(1, ...clues.map((one) => one.mostAtOnce));
  const crowd = clue.crowd.map((there) => {
    return there === 0 ? ' ' : BARS[Math.ceil((there / most) * BARS.length) - 1];
  });
  return [
    ...[id, kind, reached, solved, left, wrong, hints, minutes?.toFixed(1) ?? ''],
    ...[mostAtOnce, Math.round(mostAtMs / 60_000), crowd.join('')],
  ];
}
