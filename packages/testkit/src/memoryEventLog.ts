/** The EventLog in memory, on a clock of the test's: for unit tests and the simulator. */
import type { Append, Appended, EventLog, LogEntry, ReadAfter } from '@trove/core';
import type { MemoryPartitions } from './memoryPartitions.js';

export class MemoryEventLog implements EventLog {
  constructor(private readonly partitions: MemoryPartitions) {}

  async append({ partition, door, events, isReplay = false }: Append): Promise<Appended> {
    const cells = this.partitions.of(partition);
    const appendedAtUs = Math.max(
      this.partitions.clock.nowUs(),
      cells.log.at(-1)?.appendedAtUs ?? 0,
    );
    cells.sequence += 1;
    const id = `${Math.floor(appendedAtUs / 1000)}-${cells.sequence}`;
    cells.log.push({ id, appendedAtUs, door, isReplay, events: [...events] });
    cells.appended += events.length;
    return {
      entryId: id,
      appendedAtUs,
      undecided: cells.appended - cells.decided,
      isOwned: this.partitions.ownerOf(partition) !== undefined,
    };
  }

  async read({ partition, after, maxEntries, waitMs }: ReadAfter): Promise<LogEntry[]> {
    const { log } = this.partitions.of(partition);
    const from = after === '0-0' ? 0 : log.findIndex(({ id }) => id === after) + 1;
    const entries = log.slice(from, from + maxEntries);
    if (entries.length === 0 && waitMs > 0) this.partitions.clock.advance(waitMs);
    return entries;
  }
}
