/**
 * The handler of `run-twin`: when the twin is on and its interval is over, it folds what is
 * recorded by now, compares, and keeps what came of it. What was folded stays in this process's
 * memory; a process that is new folds from the first event.
 */

import { RecordFault, type TwinAnswer } from '@trove/backtest';
import { TWIN_LIMITS, type TwinQuestion, type TwinRun } from '@trove/contracts';
import type { TwinReads, TwinStore } from '@trove/db';
import { BATCH_LIMITS } from './limits.js';

export interface RunTwinDeps {
  /** A twin that has folded nothing yet. */
  readonly newTwin: () => { run(rest: () => Promise<void>): Promise<TwinAnswer> };
  readonly reads: Pick<TwinReads, 'setting' | 'runs'>;
  readonly store: Pick<TwinStore, 'put'>;
  /** The same questions asked of both sides; empty where there is no hunt. */
  readonly ask: () => Promise<readonly TwinQuestion[]>;
  readonly nowMs: () => number;
  /** A clock that only goes forward, milliseconds with fractions. */
  readonly steadyMs: () => number;
  /** Processor time of this process, milliseconds. */
  readonly cpuMs: () => number;
  /** Called after each part; may wait, and throws when the process stops. */
  readonly rest: () => Promise<void>;
}

export function createRunTwin(deps: RunTwinDeps) {
  let twin: ReturnType<RunTwinDeps['newTwin']> | undefined;
  let isRunning = false;
  let asked: { readonly atMs: number; readonly questions: readonly TwinQuestion[] } | undefined;

  const questionsNow = async (): Promise<readonly TwinQuestion[]> => {
    const { steadyMs, ask } = deps;
    const everyMs = BATCH_LIMITS.questionsEveryMs;
    // Before the first run is kept there is no hunt to ask about.
    const isFresh = asked !== undefined && asked.questions.length > 0;
    if (asked !== undefined && isFresh && steadyMs() - asked.atMs < everyMs) return asked.questions;
    asked = { atMs: steadyMs(), questions: await ask() };
    return asked.questions;
  };

  return async (): Promise<void> => {
    const { isOn, everyS } = await deps.reads.setting();
    if (!isOn) twin = undefined;
    const [last] = isOn ? await deps.reads.runs(1) : [];
    if (!isOn || isRunning || !isTwinDue(deps.nowMs(), everyS * 1_000, last)) return;
    isRunning = true;
    try {
      twin ??= deps.newTwin();
      const at = deps.nowMs();
      const [fromMs, fromCpuMs] = [deps.steadyMs(), deps.cpuMs()];
      const answered: Answer = await twin.run(deps.rest).catch(failed);
      const { changed, says, ...answer } = answered;
      const took = { tookMs: deps.steadyMs() - fromMs, cpuMs: deps.cpuMs() - fromCpuMs };
      const questions = says === undefined ? await questionsNow() : [];
      await deps.store.put({ at, everyS, ...took, ...answer, questions, says }, changed);
    } finally {
      isRunning = false;
    }
  };
}

/** True when the interval since the last run is over, or a wrong clock has dated that one ahead. */
export function isTwinDue(
  nowMs: number,
  everyMs: number,
  last: Pick<TwinRun, 'at'> | undefined,
): boolean {
  if (last === undefined || last.at > nowMs + TWIN_LIMITS.aheadMs) return true;
  return nowMs - last.at >= everyMs - BATCH_LIMITS.slackMs;
}

type Answer = TwinAnswer & { readonly says?: string };

/** What can't be folded for a reason that stays is told, and tried again after the interval. */
function failed(error: unknown): Answer {
  if (!(error instanceof RecordFault)) throw error;
  return { events: 0, divergence: 0, changed: [], hunts: 0, says: error.message };
}
