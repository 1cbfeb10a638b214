/**
 * How many events of each partition a sink takes at once: half as many after a batch that was not
 * taken, twice as many after several that were, within bounds. A store that is slow, or a batch
 * that is too large for the time it is given, would else be asked for the same again and again.
 */
interface Size {
  readonly events: number;
  /** Batches of this size that were taken one after another. */
  readonly taken: number;
}

/** A refusal costs the whole time a store is given, so larger ones are tried now and then only. */
const TAKEN_TO_GROW = 8;

export class BatchSizes {
  private readonly sizes = new Map<number, Size>();

  constructor(
    private readonly least: number,
    private readonly most: number,
  ) {}

  of(partition: number): number {
    return this.sizes.get(partition)?.events ?? this.most;
  }

  /** A batch that was not full says nothing of one that is. */
  taken(partition: number, count: number): void {
    const size = this.sizes.get(partition);
    if (size === undefined || count < size.events) return;
    const { events, taken } = size;
    if (taken + 1 < TAKEN_TO_GROW) this.sizes.set(partition, { events, taken: taken + 1 });
    else if (events * 2 < this.most) this.sizes.set(partition, { events: events * 2, taken: 0 });
    else this.sizes.delete(partition);
  }

  refused(partition: number): void {
    const events = Math.max(this.least, Math.floor(this.of(partition) / 2));
    this.sizes.set(partition, { events, taken: 0 });
  }
}
