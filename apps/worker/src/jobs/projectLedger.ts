/**
 * Copies what a partition put out into the ledger, once each. It stands outside the hot path:
 * with PostgreSQL away a run fails at once, and a later run goes on where the cursor stands.
 */
import type { JobPayload, LedgerChunk } from '@trove/contracts';
import type { LedgerStore } from '@trove/db';
import { SINK_LIMITS } from './limits.js';
import { type EpochSource, readAcrossEpochs } from './readAcrossEpochs.js';

export interface LedgerSource extends EpochSource<LedgerChunk> {
  /** Tells that everything up to this id is durable in PostgreSQL, so that it may be trimmed. */
  acknowledge(partition: number, outId: string): Promise<void>;
}

export interface ProjectLedgerDeps {
  readonly source: LedgerSource;
  readonly store: LedgerStore;
}

/** The handler of `project-ledger`: runs until the partition is caught up. */
export function createProjectLedger(deps: ProjectLedgerDeps) {
  return ({ partition }: JobPayload<'project-ledger'>): Promise<void> => catchUp(deps, partition);
}

async function catchUp(deps: ProjectLedgerDeps, partition: number): Promise<void> {
  let position = await deps.store.cursor(partition);
  // Said again at every run, in case Redis forgot it or PostgreSQL was restored from a backup.
  await deps.source.acknowledge(partition, position.offset);
  for (let batch = 0; batch < SINK_LIMITS.batchesPerRun; batch += 1) {
    const limit = SINK_LIMITS.eventsPerBatch;
    const chunks = await readAcrossEpochs(deps.source, { partition, position, limit });
    if (chunks.length === 0) return;
    const reply = await deps.store.apply({ partition, from: position, chunks });
    // Another run is at this partition: it goes on, and two would only wait for each other.
    if (reply.kind === 'moved') return;
    position = reply.position;
    await deps.source.acknowledge(partition, position.offset);
  }
}
