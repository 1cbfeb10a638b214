/** A case of a hunt file for people: its events in a table, what fired, and what differs. */
import type { CaseReport, Difference, StepReport } from '@trove/core';
import { type Cell, textTable } from '../textTable.js';
import { plainText } from './plainText.js';

const SHOWN = 60;

export function caseText(report: CaseReport): string {
  const { name, passed, startMs, steps, ends } = report;
  const rows = steps.map((step) => [markOf(step), ...rowOf(step, startMs)]);
  const differing = [
    ...steps.flatMap((step) => differencesOf(`event ${step.index + 1}`, step.differences)),
    ...ends.flatMap(({ team, differences }) => differencesOf(`${team} at the end`, differences)),
  ];
  const scores = ends.map(({ team, score }) => `${team} ${score}`).join(', ');
  return [
    `${passed ? 'ok   ' : 'FAIL '}${plainText(name)}`,
    textTable([HEAD, ...rows]),
    ...(scores === '' ? [] : [`  at the end: ${scores}`]),
    ...differing,
  ].join('\n');
}

const HEAD = ['', 'at', 'team', 'event', 'verdict', 'points', 'score', 'rules'];

function markOf({ differences, isExpected }: StepReport): string {
  if (differences.length > 0) return 'x';
  return isExpected ? '=' : ' ';
}

function rowOf({ atMs, what, actual }: StepReport, start: number): readonly Cell[] {
  const at = offsetText(atMs - start);
  if ('phase' in what) return [at, '', `the hunt is ${what.phase}`, '', '', '', ''];
  const { team } = what;
  const event = plainText(eventText(what).slice(0, SHOWN));
  if (actual === undefined) return [at, team, event, '', '', '', ''];
  const { outcome, verdict, points, score, rules } = actual;
  // Only an accepted event moves anything.
  if (outcome !== 'accepted') return [at, team, event, outcome, '', '', ''];
  return [at, team, event, verdict ?? outcome, points, score, rules.join(', ')];
}

function eventText(what: Exclude<StepReport['what'], { readonly phase: string }>): string {
  if ('judged' in what) return `the photo of ${what.clue} is ${what.judged}`;
  return [what.type, ...Object.values(what.data).map(String)].join(' ');
}

function offsetText(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const parts = [
    [Math.floor(seconds / 3_600), 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
    [seconds % 60, 's'],
  ] as const;
  const written = parts.flatMap(([count, unit]) => (count === 0 ? [] : [`${count}${unit}`]));
  return `+${written.join('') || '0s'}`;
}

function differencesOf(where: string, differences: readonly Difference[]): readonly string[] {
  return differences.flatMap(({ field, expected, actual }) => [
    `  ${where}, ${field}`,
    `    - expected ${expected}`,
    `    + actual   ${actual}`,
  ]);
}
