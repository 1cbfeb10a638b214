/**
 * The handler of `replay-run`: replays what a run holds, batch by batch at its rate, until nothing
 * is left, it is cancelled, or its turn is over. What it does is kept in PostgreSQL and nowhere
 * else, so that any worker can go on where another stopped.
 */
import type { RepairRun } from '@trove/contracts';
import { readRepairPlan } from '@trove/core';
import type { QuarantineCareStore, RepairReads, RepairStore } from '@trove/db';
import { RUN_LIMITS } from './limits.js';
import { type Batch, type BatchEnd, replayBatch } from './replayBatch.js';
import type { ReplayLog } from './replayLog.js';

export interface ReplayRunDeps {
  readonly log: ReplayLog;
  readonly reads: Pick<RepairReads, 'get'>;
  readonly runs: RepairStore;
  readonly care: QuarantineCareStore;
  /** Names whoever is at a run; a new one for each job. */
  newHolder(): string;
  /** A monotonic clock, ms. */
  nowMs(): number;
  wait(ms: number): Promise<void>;
  readonly signal: AbortSignal;
}

export function createReplayRun(deps: ReplayRunDeps) {
  return async ({ run: id }: { readonly run: string }): Promise<void> => {
    const run = await deps.reads.get(id);
    if (run?.state !== 'running') return;
    const reading = readRepairPlan(run.rule.condition, JSON.stringify(run.rule.patch));
    if (!reading.isGood) {
      await deps.runs.end(id, 'failed', reading.says);
      return;
    }
    const holder = deps.newHolder();
    const endMs = deps.nowMs() + RUN_LIMITS.turnMs;
    while (!deps.signal.aborted && deps.nowMs() < endMs) {
      if (!(await deps.runs.beat(id, holder, RUN_LIMITS.heldMs))) return;
      const startedMs = deps.nowMs();
      const held = await deps.runs.held(id, batchOf(run));
      if (held.length === 0) {
        await deps.runs.end(id, 'done');
        return;
      }
      const end = await replayBatch(deps, { run, plan: reading.plan, held } satisfies Batch);
      await deps.wait(startedMs + pauseMs(run, end) - deps.nowMs());
    }
    // Whoever takes the run up next need not wait until this holder is no more believed.
    await deps.runs.beat(id, holder, 0);
  };
}

function batchOf({ rate }: RepairRun): number {
  const fitting = Math.ceil((rate * RUN_LIMITS.batchMs) / 1_000);
  return Math.min(RUN_LIMITS.batch, Math.max(1, fitting));
}

/** How long a batch takes at least: at the rate, and not in a circle when nothing moved. */
function pauseMs({ rate }: RepairRun, { sent, settled }: BatchEnd): number {
  if (sent === 0 && settled === 0) return RUN_LIMITS.batchMs;
  return (sent / rate) * 1_000;
}
