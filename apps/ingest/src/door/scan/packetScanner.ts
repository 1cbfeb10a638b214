/**
 * Reads a packet of events straight from its text, the way nearly every client writes it: compact
 * JSON in ASCII, every event good. Whatever is otherwise, be it only unusual, is not judged here:
 * the scanner gives up, and the packet is parsed and checked by its contracts. So it may refuse
 * what is good, and must never take what the contracts would not; a test holds it to that.
 */
import { Name, PacketHead, parseDeviceSequence, WIRE_LIMITS } from '@trove/contracts';
import { EVENT_ID_CHARS, EventColumns, FLOATS, INT, INTS } from '@trove/streams';
import { type CharClasses, charClassesOf } from './charClasses.js';
import { KEY, keyAt, keySize, NEEDED_KEYS } from './eventKeys.js';
import { fieldAt, NO_FIELD, type ScannedField, type ScannedType, TYPES } from './scannedTypes.js';
import { isEventId, numberEnd, numberValue, QUOTE, spells, textEnd, utcTime } from './tokens.js';

export interface ScannedPacket {
  readonly source: string;
  readonly sentAt: string;
  readonly events: EventColumns;
}

const HEAD = /^\{"specversion":"1\.0","source":"([^"\\]+)","sentAt":"([^"\\]+)","events":\[/;
/** Longer than any head that its contract would pass. */
const HEAD_SIZE = 256;
const { source: Source, sentAt: SentAt } = PacketHead.shape;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const COMMA = 0x2c;
const END = [...Buffer.from(']}')];

const NAMES = charClassesOf(Name);

/** Scans a text from a place on; undefined when the packet has to be parsed instead. */
export function scanPacket(text: string, from: number): ScannedPacket | undefined {
  const head = HEAD.exec(text.slice(from, from + HEAD_SIZE));
  if (head === null) return undefined;
  const [whole, source = '', sentAt = ''] = head;
  if (!Source.safeParse(source).success || !SentAt.safeParse(sentAt).success) return undefined;
  const bytes = Buffer.from(text);
  // A byte for each character: whatever is not ASCII is left to the parser.
  if (bytes.length !== text.length) return undefined;
  const events = new EventScan(bytes).scan(from + whole.length);
  return events === undefined ? undefined : { source, sentAt, events };
}

/** One walk over the bytes of a packet. Its methods answer where they stopped, or -1. */
class EventScan {
  private columns: EventColumns;
  private type: ScannedType | undefined;

  constructor(private readonly bytes: Buffer) {
    this.columns = new EventColumns(bytes, FIRST_CAPACITY);
  }

  scan(start: number): EventColumns | undefined {
    const { bytes } = this;
    let at = start;
    for (let index = 0; index < WIRE_LIMITS.eventsPerPacket; index += 1) {
      if (index === this.columns.capacity) this.grow();
      at = this.event(at, index);
      if (at < 0) return undefined;
      this.columns.count = index + 1;
      if (bytes[at] === COMMA) at += 1;
      else return this.isEnd(at) ? this.columns : undefined;
    }
    return undefined;
  }

  /** The list's end, the packet's, and nothing after the message that carried it. */
  private isEnd(at: number): boolean {
    const { bytes } = this;
    return END.every((byte, i) => bytes[at + i] === byte) && isMessageEnd(bytes, at + END.length);
  }

  private grow(): void {
    const grown = new EventColumns(this.bytes, WIRE_LIMITS.eventsPerPacket);
    grown.ints.set(this.columns.ints);
    grown.floats.set(this.columns.floats);
    grown.count = this.columns.count;
    this.columns = grown;
  }

  private event(start: number, index: number): number {
    const { bytes } = this;
    if (bytes[start] !== OPEN) return -1;
    let found = 0;
    let at = start;
    do {
      if (bytes[at + 1] !== QUOTE) return -1;
      const key = keyAt(bytes, at + 2);
      if (key === 0 || (found & key) !== 0) return -1;
      found |= key;
      at = this.value(key, at + 4 + keySize(key), index);
      if (at < 0) return -1;
    } while (bytes[at] === COMMA);
    return bytes[at] === CLOSE && (found & NEEDED_KEYS) === NEEDED_KEYS ? at + 1 : -1;
  }

  private value(key: number, at: number, index: number): number {
    switch (key) {
      case KEY.id:
        return this.id(at, index);
      case KEY.type:
        return this.typeName(at, index);
      case KEY.time:
        return this.time(at, index);
      case KEY.hunt:
        // Whether it is a hunt's name is seen when the hunt is looked up.
        return this.name(at, index * INTS + INT.hunt, NAMES);
      case KEY.player:
        return this.name(at, index * INTS + INT.player, NAMES);
      case KEY.team:
        return this.name(at, index * INTS + INT.team, NAMES);
      case KEY.device:
        return this.device(at, index);
      default:
        return this.data(at, index);
    }
  }

  private id(at: number, index: number): number {
    const { bytes } = this;
    const end = at + 1 + EVENT_ID_CHARS;
    if (bytes[at] !== QUOTE || bytes[end] !== QUOTE || !isEventId(bytes, at + 1)) return -1;
    this.columns.ints[index * INTS + INT.id] = at + 1;
    return end + 1;
  }

  private device(at: number, index: number): number {
    const { bytes, columns } = this;
    const end = bytes[at] === QUOTE ? textEnd(bytes, at + 1) : -1;
    if (end < 0) return -1;
    columns.ints[index * INTS + INT.device] = at + 1;
    columns.ints[index * INTS + INT.device + 1] = end - at - 1;
    return parseDeviceSequence(columns.text(index, INT.device)) === undefined ? -1 : end + 1;
  }

  private typeName(at: number, index: number): number {
    if (this.bytes[at] !== QUOTE) return -1;
    for (const type of TYPES) {
      const end = at + 1 + type.name.length;
      if (!spells(this.bytes, at + 1, type.name) || this.bytes[end] !== QUOTE) continue;
      this.type = type;
      this.columns.ints[index * INTS + INT.type] = type.number;
      return end + 1;
    }
    return -1;
  }

  private time(at: number, index: number): number {
    const { bytes } = this;
    if (bytes[at] !== QUOTE) return -1;
    const end = textEnd(bytes, at + 1);
    const ms = end < 0 ? Number.NaN : utcTime(bytes, at + 1, end - at - 1);
    if (Number.isNaN(ms)) return -1;
    this.columns.floats[index * FLOATS] = ms;
    return end + 1;
  }

  /** A name in quotes; its place and size go into the column `to`. */
  private name(at: number, to: number, { first, rest, maxSize }: CharClasses): number {
    const { bytes } = this;
    const from = at + 1;
    if (bytes[at] !== QUOTE || first[bytes[from] as number] !== 1) return -1;
    let end = from + 1;
    while (rest[bytes[end] as number] === 1) end += 1;
    if (bytes[end] !== QUOTE || end - from > maxSize) return -1;
    this.columns.ints[to] = from;
    this.columns.ints[to + 1] = end - from;
    return end + 1;
  }

  private data(start: number, index: number): number {
    const { bytes, type } = this;
    // The type is kept from event to event: one whose data comes before its type is not known.
    if (type === undefined || bytes[start] !== OPEN) return -1;
    let found = 0;
    let at = start;
    for (let i = 0; i < type.fields.length; i += 1) {
      this.columns.floats[index * FLOATS + 1 + i] = Number.NaN;
    }
    do {
      if (bytes[at + 1] !== QUOTE) return -1;
      const place = fieldAt(bytes, at + 2, type.fields);
      if (place === NO_FIELD || (found & (1 << place)) !== 0) return -1;
      found |= 1 << place;
      const field = type.fields[place] as ScannedField;
      at = this.fieldValue(field, at + 4 + field.key.length, { index, place });
      if (at < 0) return -1;
    } while (bytes[at] === COMMA);
    if (bytes[at] !== CLOSE || (found & type.needed) !== type.needed) return -1;
    this.type = undefined;
    return at + 1;
  }

  private fieldValue(
    { field, classes }: ScannedField,
    at: number,
    { index, place }: { index: number; place: number },
  ): number {
    const to = index * INTS + INT.fields + place * 2;
    if (field.kind === 'name') return this.name(at, to, classes as CharClasses);
    const { bytes, columns } = this;
    if (field.kind === 'text') {
      const end = bytes[at] === QUOTE ? textEnd(bytes, at + 1) : -1;
      const size = end - at - 1;
      if (end < 0 || size < field.min || size > field.max) return -1;
      columns.ints[to] = at + 1;
      columns.ints[to + 1] = size;
      return end + 1;
    }
    const end = numberEnd(bytes, at);
    if (end < 0) return -1;
    const value = numberValue(bytes, at, end);
    if (value < field.min || value > field.max) return -1;
    columns.floats[index * FLOATS + 1 + place] = value;
    return end;
  }
}

/** Most packets are single events; the others grow at once to the most there may be. */
const FIRST_CAPACITY = 1;

/** A packet is the last thing in its message: `]` of the message follows, then nothing. */
function isMessageEnd(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0x5d && at + 1 === bytes.length;
}
