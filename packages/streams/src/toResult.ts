/** The wire form of one row of `out`: what did not happen is left out. */
import type { EventResult } from '@trove/contracts';
import type { OutBlob } from './codec/outBlob.js';

/** Reads only the fields that results carry; the row as a whole is `blob.row(index)`. */
export function toResult(blob: OutBlob, index: number): EventResult {
  const { outcome, verdict } = blob.outcomeOf(index);
  const result: { -readonly [K in keyof EventResult]: EventResult[K] } = {
    id: blob.idOf(index),
    hunt: blob.names.at(blob.huntOf(index)),
    team: blob.names.at(blob.teamOf(index)),
    outcome,
    position: blob.firstPosition + index,
  };
  if (verdict !== undefined) result.verdict = verdict;
  const points = blob.pointsOf(index);
  if (points !== 0) {
    result.points = points;
    result.score = blob.scoreOf(index);
  }
  const clue = blob.clueOf(index);
  if (clue !== undefined) result.clue = clue;
  const version = blob.versionOf(index);
  if (version !== 0) result.version = version;
  const rules = blob.rulesOf(index);
  if (rules !== undefined) result.rules = rules.split(',');
  const firstPosition = blob.firstPositionOf(index);
  if (firstPosition >= 0) result.firstPosition = firstPosition;
  const next = blob.nextOf(index);
  if (next !== undefined) result.next = next;
  const extras = blob.extrasOf(index);
  if (extras !== undefined) Object.assign(result, JSON.parse(extras));
  return result;
}
