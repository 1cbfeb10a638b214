/**
 * How far the results of each partition have been seen, so that a push that comes twice after a
 * reconnect is dropped and a resume can name where it stood.
 */
import type { ResultOffset } from '@trove/contracts';

export class SeenOffsets {
  readonly #byPartition = new Map<number, ResultOffset>();

  constructor(kept: readonly ResultOffset[] = []) {
    for (const offset of kept) this.#byPartition.set(offset.partition, offset);
  }

  /** True once per push: false when a push of this place or a later one was seen before. */
  isNew({ partition, epoch, offset }: ResultOffset): boolean {
    const seen = this.#byPartition.get(partition);
    const isAfter = seen === undefined || compare({ partition, epoch, offset }, seen) > 0;
    if (isAfter) this.#byPartition.set(partition, { partition, epoch, offset });
    return isAfter;
  }

  /**
   * The server says where results stand. Partitions not heard of start there; the others only
   * move when what lies between cannot be sent any more.
   */
  welcome(offsets: readonly ResultOffset[], isRecovered: boolean): void {
    for (const offset of offsets) {
      const isKnown = this.#byPartition.has(offset.partition);
      if (!isKnown || !isRecovered) this.#byPartition.set(offset.partition, offset);
    }
  }

  /** Where to resume; undefined before anything was seen. */
  last(): readonly ResultOffset[] | undefined {
    return this.#byPartition.size === 0 ? undefined : [...this.#byPartition.values()];
  }
}

function compare(one: ResultOffset, other: ResultOffset): number {
  return one.epoch === other.epoch ? one.offset - other.offset : one.epoch - other.epoch;
}
