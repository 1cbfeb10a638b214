/**
 * The handler of `backtest-hunt`: runs one draft over recorded events. All it knows of the run is
 * in PostgreSQL, and nothing is half done before its end: whoever takes it up begins anew.
 */
import { type BacktestOrder, type BacktestWatch, createPace, RecordFault } from '@trove/backtest';
import type { BacktestResult, JobPayload } from '@trove/contracts';
import { compileHunt, parseHuntFile } from '@trove/core';
import type { BacktestStore, ClaimedBacktest } from '@trove/db';
import { BATCH_LIMITS } from './limits.js';

export interface BacktestHuntDeps {
  readonly runs: BacktestStore;
  readonly run: (order: BacktestOrder, watch: BacktestWatch) => Promise<BacktestResult>;
  /** Names whoever is at a run; a new one for each job. */
  newHolder(): string;
  readonly nowMs: () => number;
  /** A clock that only goes forward, milliseconds with fractions. */
  readonly steadyMs: () => number;
  /** True for errors that pass by themselves: the run is begun again. */
  readonly isPassing: (error: unknown) => boolean;
  /** Aborted when the process stops. */
  readonly signal: AbortSignal;
}

/** The run is no longer this holder's: it was cancelled, or taken up by another. */
class LetGo extends Error {
  override readonly name = 'LetGo';
}

/** Version under which a draft judges: no published one has it. */
const DRAFT_VERSION = 0;

export function createBacktestHunt(deps: BacktestHuntDeps) {
  return async ({ run: id }: JobPayload<'backtest-hunt'>): Promise<void> => {
    const holder = deps.newHolder();
    const claimed = await deps.runs.claim(id, holder, BATCH_LIMITS.heldMs);
    if (claimed === undefined) return;
    const fail = async (says: string) => {
      const end = { state: 'failed', says: says.slice(0, BATCH_LIMITS.saysChars), holder } as const;
      await deps.runs.end(id, end);
    };
    if (claimed.tries > BATCH_LIMITS.tries) {
      await fail(`It was begun ${BATCH_LIMITS.tries} times, and each time its process ended.`);
      return;
    }
    const order = orderOf(claimed);
    if ('says' in order) {
      await fail(order.says);
      return;
    }
    try {
      const result = await deps.run(order, watchOf(deps, { id, holder }));
      await deps.runs.end(id, { state: 'done', result, holder });
    } catch (error) {
      if (deps.signal.aborted || deps.isPassing(error)) await deps.runs.giveBack(id, holder);
      else if (!(error instanceof LetGo)) await fail(saysOf(error));
      if (!(error instanceof LetGo || error instanceof RecordFault)) throw error;
    }
  };
}

function saysOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function orderOf({ hunt, draft, scope }: ClaimedBacktest): BacktestOrder | { says: string } {
  const reading = parseHuntFile(draft);
  const compiled = reading.ok ? compileHunt(reading.definition, DRAFT_VERSION) : reading;
  if (compiled.ok) return { hunt, scope, draft: compiled.hunt };
  const [mistake] = compiled.mistakes;
  return { says: `The draft has a mistake in line ${mistake?.line}: ${mistake?.message}` };
}

/** Says how far the run is, rests in between, and stops it when it is nobody's or all stops. */
function watchOf(
  { runs, nowMs, steadyMs, signal }: BacktestHuntDeps,
  { id, holder }: { readonly id: string; readonly holder: string },
): BacktestWatch {
  const pace = createPace(steadyMs);
  let beatAtMs = Number.NEGATIVE_INFINITY;
  return {
    nowMs,
    steadyMs,
    async onPart(done, total) {
      await pace();
      if (signal.aborted) throw new LetGo('the process stops');
      if (steadyMs() - beatAtMs < BATCH_LIMITS.beatMs) return;
      beatAtMs = steadyMs();
      const held = { holder, forMs: BATCH_LIMITS.heldMs, done, total };
      if (!(await runs.beat(id, held))) throw new LetGo('the run has ended');
    },
  };
}
