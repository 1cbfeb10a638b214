/** The result of a backtest for people: three numbers, then what stands behind them. */
import type { BacktestResult } from '@trove/contracts';
import { type Cell, textTable } from '../textTable.js';

/** Changed events that are listed; `--json` has more. */
const EVENTS_SHOWN = 10;

export interface RunFigures {
  readonly file: string;
  readonly eventsPerSecond: number;
  /** Microseconds of processor time, of all threads. */
  readonly cpuUsPerEvent: number;
}

export function resultText(result: BacktestResult, figures: RunFigures): string {
  return [
    headText(result, figures),
    ...tableOf(
      ['was', 'would be', 'events'],
      result.changes.map(({ from, to, count }) => [from, to, count]),
    ),
    ...tableOf(['team', 'rank', 'would be', 'points', 'would be'], moved(result)),
    ...tableOf(['clue', 'solved by', 'would be'], clues(result)),
    ...tableOf(['rule', 'asked', 'µs each'], rules(result)),
    ...tableOf(['changed event', 'team', 'was', 'would be'], changedEvents(result)),
  ].join('\n\n');
}

function headText(result: BacktestResult, figures: RunFigures): string {
  const { file, eventsPerSecond, cpuUsPerEvent } = figures;
  const { changed, teamsMoved, pointsGained, pointsLost, events, eventsBefore, lost } = result;
  const version = result.version === undefined ? '' : ` of version ${result.version}`;
  const against = result.baseline === 'recorded' ? 'the recorded answers' : 'the live version';
  const lines = [
    `${file} over ${count(events)} events, against ${against}${version}:`,
    `  ${count(changed)} verdicts changed, ${count(teamsMoved)} teams moved, ` +
      `+${count(pointsGained)} and -${count(pointsLost)} points`,
    `  ${count(eventsPerSecond)} events/s, ${cpuUsPerEvent.toFixed(1)} µs of CPU an event`,
  ];
  if (eventsBefore > 0) lines.push(`  ${count(eventsBefore)} events before the span`);
  if (lost > 0) lines.push(`  ${count(lost)} events could not be judged: their data is lost`);
  if (!result.isWhole) lines.push('  the record lacks events of the hunt');
  return lines.join('\n');
}

function moved({ ranks }: BacktestResult): Cell[][] {
  return ranks
    .filter(({ before, after }) => before.rank !== after.rank || before.score !== after.score)
    .map(({ team, name, before, after }) => {
      return [name ?? team, before.rank, after.rank, before.score, after.score];
    });
}

function clues({ reached, unreached }: BacktestResult): Cell[][] {
  return [...reached, ...unreached].map(({ clue, before, after }) => [clue, before, after]);
}

function rules(result: BacktestResult): Cell[][] {
  return result.rules.map(({ rule, asked, meanUs }) => [rule, asked, meanUs.toFixed(2)]);
}

function changedEvents(result: BacktestResult): Cell[][] {
  return result.changedEvents.slice(0, EVENTS_SHOWN).map((event) => {
    const { eventId, team, from, to, pointsBefore, pointsAfter } = event;
    return [eventId, team, `${from} ${pointsBefore}`, `${to} ${pointsAfter}`];
  });
}

function tableOf(head: readonly string[], rows: readonly Cell[][]): string[] {
  return rows.length === 0 ? [] : [textTable([head, ...rows])];
}

const count = (value: number) => value.toLocaleString('en-GB');
