/** The wire form of one row of `out`: what did not happen is left out. */
import type { EventResult } from '@trove/contracts';
import type { OutBlob } from './codec/outLayout.js';

export function toResult(blob: OutBlob, index: number): EventResult {
  const { id, hunt, team, outcome, verdict, points, score, clue, version, rules, ...row } =
    blob.row(index);
  const result: { -readonly [K in keyof EventResult]: EventResult[K] } = {
    id,
    hunt,
    team,
    outcome,
    position: row.position,
  };
  if (verdict !== undefined) result.verdict = verdict;
  if (points !== 0) {
    result.points = points;
    result.score = score;
  }
  if (clue !== undefined) result.clue = clue;
  if (version !== 0) result.version = version;
  if (rules !== undefined) result.rules = rules.split(',');
  if (row.firstPosition >= 0) result.firstPosition = row.firstPosition;
  return result;
}
