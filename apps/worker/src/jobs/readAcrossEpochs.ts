/**
 * Reads what a sink has to take next, also where the partition has entered a higher epoch since.
 * Ids in `out` are positions: if Redis lost the end of its log, the new epoch began before the
 * place the sink had reached, and reading on from there would pass over it.
 */
import { LedgerConflictError, type SinkPosition } from '@trove/db';

export interface EpochSource<C extends { readonly epoch: number }> {
  /** Commits after an id of `out`, in order, until `limit` events; empty at the end. */
  read(partition: number, afterId: string, limit: number): Promise<readonly C[]>;
  /** The epoch the partition is in now; 0 before its first commit. */
  epoch(partition: number): Promise<number>;
}

export interface SinkPlace {
  readonly partition: number;
  readonly position: SinkPosition;
}

export interface ReadPlace extends SinkPlace {
  /** Events of one read. */
  readonly limit: number;
}

/**
 * The id up to which a sink has taken what stands in the log now. Its own offset says nothing of a
 * log in another epoch: acknowledged there, what nobody has taken could be trimmed.
 */
export async function takenId(
  source: EpochSource<{ readonly epoch: number }>,
  { partition, position }: SinkPlace,
): Promise<string> {
  const epoch = await source.epoch(partition);
  if (epoch === position.epoch) return position.offset;
  return epoch > position.epoch ? await findEpochStart(source, partition, position) : '0-0';
}

/** Throws `LedgerConflictError` when the log is in a lower epoch than the sink has reached. */
export async function readAcrossEpochs<C extends { readonly epoch: number }>(
  source: EpochSource<C>,
  { partition, position, limit }: ReadPlace,
): Promise<readonly C[]> {
  const chunks = await source.read(partition, position.offset, limit);
  const epoch = chunks[0]?.epoch ?? (await source.epoch(partition));
  if (epoch === position.epoch || epoch === 0) return chunks;
  if (epoch < position.epoch) {
    throw new LedgerConflictError(
      `partition ${partition} is in epoch ${epoch}, but PostgreSQL has reached ${position.epoch}`,
    );
  }
  const afterId = await findEpochStart(source, partition, position);
  if (afterId === position.offset) return chunks;
  return source.read(partition, afterId, limit);
}

/**
 * Epochs only grow along the stream, so halving finds where the new one began; without a loss
 * that is at the sink's own place or after it.
 */
async function findEpochStart(
  source: EpochSource<{ readonly epoch: number }>,
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
