/** The handler of `reconcile-hunts`: once a night, the proof that live state and record agree. */
import { RecordFault } from '@trove/backtest';
import { type Reconciliation, TWIN_LIMITS } from '@trove/contracts';
import type { TwinReads, TwinStore } from '@trove/db';
import type { Logger } from '@trove/telemetry';
import { BATCH_LIMITS } from './limits.js';

export interface ReconcileHuntsDeps {
  readonly reconcile: () => Promise<Reconciliation>;
  readonly reads: Pick<TwinReads, 'reconciliations'>;
  readonly store: Pick<TwinStore, 'putReconciliation'>;
  readonly logger: Pick<Logger, 'error' | 'info'>;
  readonly nowMs: () => number;
}

export function createReconcileHunts({
  reads,
  store,
  logger,
  nowMs,
  reconcile,
}: ReconcileHuntsDeps) {
  let isRunning = false;
  const prove = async () => {
    const proof = await reconcile().catch((error: unknown) => unproven(error, nowMs()));
    await store.putReconciliation(proof);
    const { hunts, events, divergence, says } = proof;
    if (says === undefined) logger.info({ hunts, events }, 'live state and record agree');
    else logger.error({ reason: says, divergence }, 'live state and record do not agree');
  };
  return async (): Promise<void> => {
    const [last] = await reads.reconciliations(1);
    // A proof may take longer than the time between two looks.
    if (isRunning || !isProofDue(nowMs(), last?.at)) return;
    isRunning = true;
    await prove().finally(() => {
      isRunning = false;
    });
  };
}

/**
 * True when no proof was tried since the last night's hour, which is by UTC. One that is dated
 * ahead was tried while a clock was wrong, nobody knows when.
 */
export function isProofDue(nowMs: number, lastMs: number | undefined): boolean {
  const { proofHourMs, dayMs } = BATCH_LIMITS;
  const nightMs = Math.floor((nowMs - proofHourMs) / dayMs) * dayMs + proofHourMs;
  if (lastMs === undefined || lastMs > nowMs + TWIN_LIMITS.aheadMs) return true;
  return lastMs < nightMs;
}

/** What can't be proven for a reason that stays is told like a proof that failed. */
function unproven(error: unknown, at: number): Reconciliation {
  if (!(error instanceof RecordFault)) throw error;
  const says = `it could not be proven: ${error.message}`;
  return { at, tookMs: 0, hunts: 0, events: 0, divergence: 0, says, details: [] };
}
