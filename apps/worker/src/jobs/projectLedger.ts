/**
 * Copies what a partition put out into the ledger, once each. It stands outside the hot path:
 * with PostgreSQL away a run fails at once, and a later run goes on where the cursor stands.
 */
import type { JobPayload, LedgerChunk } from '@trove/contracts';
import type { LedgerStore } from '@trove/db';
import { BatchSizes } from './batchSizes.js';
import { SINK_LIMITS } from './limits.js';
import { type EpochSource, readAcrossEpochs, takenId } from './readAcrossEpochs.js';

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
  const sizes = new BatchSizes(SINK_LIMITS.leastPerBatch, SINK_LIMITS.eventsPerBatch);
  return ({ partition }: JobPayload<'project-ledger'>) => catchUp(deps, partition, sizes);
}

async function catchUp(
  { source, store }: ProjectLedgerDeps,
  partition: number,
  sizes: BatchSizes,
): Promise<void> {
  let position = await store.cursor(partition);
  // Said again at every run, in case Redis forgot it or PostgreSQL was restored from a backup.
  await source.acknowledge(partition, await takenId(source, { partition, position }));
  for (let batch = 0; batch < SINK_LIMITS.batchesPerRun; batch += 1) {
    const limit = sizes.of(partition);
    const chunks = await readAcrossEpochs(source, { partition, position, limit });
    const [first] = chunks;
    if (first === undefined) return;
    const reply = await store.apply({ partition, from: position, chunks }).catch((error) => {
      sizes.refused(partition);
      throw error;
    });
    // Another run is at this partition: it goes on, and two would only wait for each other.
    if (reply.kind === 'moved') return;
    sizes.taken(partition, Number.parseInt(reply.position.offset, 10) - first.firstPosition);
    position = reply.position;
    await source.acknowledge(partition, position.offset);
  }
}
