/**
 * Copies what a partition put out into the ledger, once each. It stands outside the hot path:
 * with PostgreSQL away a run fails at once, and a later run goes on where the cursor stands.
 */
import type { JobPayload } from '@trove/contracts';
import {
  type LedgerChunk,
  LedgerConflictError,
  type LedgerStore,
  type SinkPosition,
} from '@trove/db';
import { SINK_LIMITS } from './limits.js';

export interface LedgerSource {
  /** Commits after an id of `out`, in order, until `limit` events; empty at the end. */
  read(partition: number, afterId: string, limit: number): Promise<readonly LedgerChunk[]>;
  /** The epoch the partition is in now; 0 before its first commit. */
  epoch(partition: number): Promise<number>;
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
    const chunks = await readNext(deps.source, partition, position);
    if (chunks.length === 0) return;
    const reply = await deps.store.apply({ partition, from: position, chunks });
    // Another run is at this partition: it goes on, and two would only wait for each other.
    if (reply.kind === 'moved') return;
    position = reply.position;
    await deps.source.acknowledge(partition, position.offset);
  }
}

async function readNext(
  source: LedgerSource,
  partition: number,
  position: SinkPosition,
): Promise<readonly LedgerChunk[]> {
  const limit = SINK_LIMITS.eventsPerBatch;
  const chunks = await source.read(partition, position.offset, limit);
  const epoch = chunks[0]?.epoch ?? (await source.epoch(partition));
  if (epoch === position.epoch || epoch === 0) return chunks;
  if (epoch < position.epoch) {
    throw new LedgerConflictError(
      `partition ${partition} is in epoch ${epoch}, but the ledger has reached ${position.epoch}`,
    );
  }
  const afterId = await findEpochStart(source, partition, position);
  if (afterId === position.offset) return chunks;
  return source.read(partition, afterId, limit);
}

/**
 * Where to read on when the partition has entered a higher epoch. Ids in `out` are positions: if
 * Redis lost the end of its log, the new epoch began before the place the ledger had reached, and
 * reading on from there would pass over it. Epochs only grow along the stream, so halving finds
 * where the new one began; without a loss that is at the ledger's own place or after it.
 */
async function findEpochStart(
  source: LedgerSource,
  partition: number,
  position: SinkPosition,
): Promise<string> {
  let low = 0;
  let high = numberOf(position.offset);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [chunk] = await source.read(partition, `${middle}-0`, 1);
    if (chunk === undefined || chunk.epoch > position.epoch) high = middle;
    else low = middle + 1;
  }
  return low === numberOf(position.offset) ? position.offset : `${low}-0`;
}

const numberOf = (id: string) => Number(id.slice(0, id.indexOf('-')));
