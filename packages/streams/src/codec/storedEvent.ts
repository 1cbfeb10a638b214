/**
 * An event as it stands in the log: a view of its entry's bytes. What every decision looks at is
 * read at once, so that a damaged entry is met here; the rest when somebody asks. What a commit
 * keeps of an event is copied as bytes, and its names are renumbered, not looked up.
 */
import type { SequencePlace } from '@trove/contracts';
import type { LoggedEvent } from '@trove/core';
import type { ByteWriter } from './bytes.js';
import type { EntryView } from './entryView.js';
import { AT, KEY_BYTES } from './logFields.js';

export class StoredEvent {
  readonly #entry: EntryView;
  readonly #index: number;
  readonly identity: string;
  readonly hunt: string;
  readonly team: string;
  readonly type: LoggedEvent['type'];
  readonly timeMs: number;
  readonly data: unknown;

  constructor(entry: EntryView, index: number) {
    this.#entry = entry;
    this.#index = index;
    this.identity = entry.identity(index);
    this.hunt = entry.name(index, AT.hunt);
    this.team = entry.name(index, AT.team);
    this.type = entry.type(index);
    this.timeMs = entry.timeMs(index);
    this.data = entry.data(index);
  }

  get digest(): string {
    return this.#entry.digest(this.#index);
  }

  get source(): string {
    return this.#entry.packet(this.#index).source;
  }

  get player(): string {
    return this.#entry.name(this.#index, AT.player);
  }

  get sentAtMs(): number {
    return this.#entry.packet(this.#index).sentAtMs;
  }

  get receivedAtUs(): number {
    return this.#entry.packet(this.#index).receivedAtUs;
  }

  get sequence(): SequencePlace | undefined {
    return this.#entry.sequence(this.#index);
  }

  /** The entry an event is a view of; undefined for one that was not read from a log. */
  static entryOf(event: object): EntryView | undefined {
    return #entry in event ? event.#entry : undefined;
  }

  /** Its place in that entry. */
  static indexOf(event: StoredEvent): number {
    return event.#index;
  }
}

/** Writes the first `size` bytes of identity and digest. */
export function writeKey(writer: ByteWriter, event: LoggedEvent, size: number): void {
  const entry = StoredEvent.entryOf(event);
  if (entry !== undefined) {
    const index = StoredEvent.indexOf(event as unknown as StoredEvent);
    writer.part(entry.blob, entry.keyAt(index), size);
    return;
  }
  const key = event.identity + event.digest;
  if (key.length !== KEY_BYTES) throw new RangeError('an identity or digest of another length');
  writer.latin1(key.slice(0, size));
}
