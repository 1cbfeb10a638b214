/** What log and state of the in-memory installation share: the same cells behind both ports. */
import type {
  HuntMemory,
  HuntState,
  LogEntry,
  LoggedEvent,
  TeamState,
  TeamWatch,
} from '@trove/core';
import type { TestClock } from './testClock.js';

export interface Remembered {
  readonly digest: string;
  readonly position: number;
}

export interface PartitionCells {
  readonly log: LogEntry[];
  sequence: number;
  appended: number;
  decided: number;
  cursor: string;
  epoch: number;
  owner: { token: string; untilUs: number } | undefined;
  /** By hunt, then identity. */
  readonly seen: Map<string, Map<string, Remembered>>;
  /** Identities that lie in quarantine, by hunt. */
  readonly parked: Map<string, Set<string>>;
  readonly hunts: Map<string, HuntState>;
  readonly teams: Map<string, Map<string, TeamState>>;
  readonly players: Map<string, string>;
  readonly memories: Map<string, HuntMemory>;
  readonly watches: Map<string, Map<string, TeamWatch>>;
  readonly frozen: Map<string, ReadonlyMap<string, number>>;
}

export class MemoryPartitions {
  private readonly cells = new Map<number, PartitionCells>();

  constructor(readonly clock: TestClock) {}

  of(partition: number): PartitionCells {
    let cells = this.cells.get(partition);
    if (cells === undefined) {
      cells = {
        log: [],
        sequence: 0,
        appended: 0,
        decided: 0,
        cursor: '0-0',
        epoch: 1,
        owner: undefined,
        seen: new Map(),
        parked: new Map(),
        hunts: new Map(),
        teams: new Map(),
        players: new Map(),
        memories: new Map(),
        watches: new Map(),
        frozen: new Map(),
      };
      this.cells.set(partition, cells);
    }
    return cells;
  }

  /** A server that comes back as `file` has it: the epoch says so to whoever saw more of it. */
  restore(partition: number, file: PartitionCells): void {
    const { epoch, sequence } = this.of(partition);
    this.cells.set(partition, { ...file, epoch: epoch + 1, sequence, owner: undefined });
  }

  /** What a door does with an event it refuses: an id that was counted is not parked. */
  park(partition: number, { hunt, identity }: Pick<LoggedEvent, 'hunt' | 'identity'>): void {
    const { seen, parked } = this.of(partition);
    if (seen.get(hunt)?.has(identity) === true) return;
    const ofHunt = parked.get(hunt) ?? new Set();
    parked.set(hunt, ofHunt.add(identity));
  }

  /** The token of a lease that still runs. */
  ownerOf(partition: number): string | undefined {
    const { owner } = this.of(partition);
    return owner !== undefined && owner.untilUs > this.clock.nowUs() ? owner.token : undefined;
  }
}
