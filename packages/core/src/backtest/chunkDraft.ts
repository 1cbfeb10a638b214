/** Collects recorded events into one chunk for `decide`, with their own entries and positions. */

import type { RecordedEvent } from '@trove/contracts';
import type { Chunk } from '../pipeline/work.js';
import type { LogEntry, LoggedEvent } from '../ports/loggedEvent.js';
import type { Repeat } from '../ports/stateStore.js';
import { isLetPass } from './recordedEvent.js';

export interface Recording {
  readonly recorded: RecordedEvent;
  readonly logged: LoggedEvent;
  /** Its place among the events that are folded together. */
  readonly index: number;
}

interface EntryDraft extends LogEntry {
  readonly events: LoggedEvent[];
}

export class ChunkDraft {
  readonly recordings: Recording[] = [];
  private readonly entries: EntryDraft[] = [];
  private readonly positions: number[] = [];
  private readonly repeats = new Map<number, Repeat>();
  private readonly passed = new Set<number>();

  get size(): number {
    return this.recordings.length;
  }

  /** @param countedAt where the fold counted an event of this id that the record refused */
  add(recording: Recording, countedAt: number | undefined): void {
    const { recorded, logged } = recording;
    const index = this.size;
    if (isLetPass(recorded)) {
      // Known as a repeat, so that it is judged alike wherever the record is cut.
      this.passed.add(index);
      this.repeats.set(index, { index, firstPosition: UNKNOWN, firstDigest: logged.digest });
    } else if (countedAt !== undefined) {
      this.repeats.set(index, { index, firstPosition: countedAt, firstDigest: logged.digest });
    }
    this.entryOf(recorded).events.push(logged);
    this.positions.push(recorded.position);
    this.recordings.push(recording);
  }

  chunk(): Chunk {
    const { entries, positions, repeats, passed } = this;
    return { entries, decided: positions[0] ?? 0, positions, repeats, passed, poisoned: NONE };
  }

  private entryOf({ appliedAtUs, outcome }: RecordedEvent): EntryDraft {
    const isReplay = outcome === 'replayed';
    const last = this.entries.at(-1);
    if (last?.appendedAtUs === appliedAtUs && last.isReplay === isReplay) return last;
    const entry = { id: '', appendedAtUs: appliedAtUs, door: '', isReplay, events: [] };
    this.entries.push(entry);
    return entry;
  }
}

const NONE: ReadonlySet<number> = new Set();
const UNKNOWN = -1;
