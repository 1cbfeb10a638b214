/**
 * An event as it was read from the log. It remembers where it stands in its entry's bytes, so
 * that what a commit keeps of it is copied as bytes and its names are renumbered, not looked up.
 */
import type { LoggedEvent } from '@trove/core';
import type { ByteWriter } from './bytes.js';
import { IDENTITY_BYTES, KEY_BYTES } from './logFields.js';
import type { NameList } from './nameTable.js';

/** The entry an event was read from. */
export interface EntryBytes {
  readonly blob: Buffer;
  readonly names: NameList;
}

/** Numbers of an event's names in its entry. */
export interface NameNumbers {
  readonly hunt: number;
  readonly source: number;
  readonly player: number;
  readonly team: number;
}

/** Where one event stands. */
export interface Place extends NameNumbers {
  readonly keyAt: number;
}

type Fields = Pick<LoggedEvent, keyof LoggedEvent>;

export class StoredEvent {
  readonly #entry: EntryBytes;
  readonly #place: Place;
  readonly identity: string;
  readonly digest: string;
  readonly source: string;
  readonly hunt: string;
  readonly player: string;
  readonly team: string;
  readonly timeMs: number;
  readonly sentAtMs: number;
  readonly receivedAtUs: number;
  readonly type: LoggedEvent['type'];
  readonly data: LoggedEvent['data'];

  constructor(entry: EntryBytes, place: Place, fields: Fields) {
    this.#entry = entry;
    this.#place = place;
    this.identity = fields.identity;
    this.digest = fields.digest;
    this.source = fields.source;
    this.hunt = fields.hunt;
    this.player = fields.player;
    this.team = fields.team;
    this.timeMs = fields.timeMs;
    this.sentAtMs = fields.sentAtMs;
    this.receivedAtUs = fields.receivedAtUs;
    this.type = fields.type;
    this.data = fields.data;
  }

  /** Where an event stands in its entry; undefined for one that was not read from a log. */
  static placeOf(event: object): { entry: EntryBytes; place: Place } | undefined {
    return #entry in event ? { entry: event.#entry, place: event.#place } : undefined;
  }
}

/** Writes the first `size` bytes of identity and digest. */
export function writeKey(writer: ByteWriter, event: LoggedEvent, size: number): void {
  const stored = StoredEvent.placeOf(event);
  if (stored === undefined) {
    writer.latin1(event.identity.slice(0, size));
    if (size === KEY_BYTES) writer.latin1(event.digest.slice(0, size - IDENTITY_BYTES));
    return;
  }
  const { entry, place } = stored;
  writer.part(entry.blob, place.keyAt, size);
}
