/** Which repair runs are shown: all that run, for each can be stopped, and the newest others. */
import type { RepairRun } from '@trove/contracts';

const ENDED = 5;

/** Of runs in the order of `RunsAnswer`. */
export function shownRuns(runs: readonly RepairRun[]): readonly RepairRun[] {
  const running = runs.filter(({ state }) => state === 'running');
  const ended = runs.filter(({ state }) => state !== 'running');
  return [...running, ...ended.slice(0, ENDED)];
}
