/**
 * The good events of one packet as columns: numbers, and where texts stand in the packet's bytes.
 * A scanner fills them, the log's entry is written from them, and no event becomes an object.
 */
import { timeOfEventIdBytes } from './identities.js';

/** Most fields that the data of any event type has. */
export const MAX_FIELDS = 4;
/** Integers of one event: type, id, four names as place and size, then the data's texts. */
export const INTS = 10 + MAX_FIELDS * 2;
/** Places inside those integers. */
export const INT = { type: 0, id: 1, hunt: 2, player: 4, team: 6, device: 8, fields: 10 } as const;
/** Numbers of one event: its time, then the data's numbers, each in its field's place. */
export const FLOATS = 1 + MAX_FIELDS;

export class EventColumns {
  count = 0;
  readonly ints: Int32Array;
  readonly floats: Float64Array;

  /** @param bytes the packet's text in UTF-8; every text in a column is ASCII */
  constructor(
    readonly bytes: Buffer,
    readonly capacity: number,
  ) {
    this.ints = new Int32Array(capacity * INTS);
    this.floats = new Float64Array(capacity * FLOATS);
  }

  int(index: number, at: number): number {
    return this.ints[index * INTS + at] as number;
  }

  timeMs(index: number): number {
    return this.floats[index * FLOATS] as number;
  }

  /** The text that a column names by place and size. */
  text(index: number, at: number): string {
    const from = this.int(index, at);
    return this.bytes.toString('latin1', from, from + this.int(index, at + 1));
  }

  /** True when two events have the same text in a column. */
  isSame(one: number, other: number, at: number): boolean {
    const size = this.int(one, at + 1);
    if (size !== this.int(other, at + 1)) return false;
    const { bytes } = this;
    const [from, to] = [this.int(one, at), this.int(other, at)];
    for (let i = 0; i < size; i += 1) if (bytes[from + i] !== bytes[to + i]) return false;
    return true;
  }

  eventId(index: number): string {
    const from = this.int(index, INT.id);
    return this.bytes.toString('latin1', from, from + EVENT_ID_CHARS);
  }

  /** Milliseconds of the id's own time. */
  idTimeMs(index: number): number {
    return timeOfEventIdBytes(this.bytes, this.int(index, INT.id));
  }
}

/** Characters of a UUID. */
export const EVENT_ID_CHARS = 36;
