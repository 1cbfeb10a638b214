/**
 * The events of one file on their way to Parquet, as columns of numbers. Texts that come again
 * (names, types, outcomes) are numbered once and put back by DuckDB, where that costs little.
 */
import type { DecidedEntryHead, DecidedEvent } from '@trove/contracts';

/** Columns of text by number, in the order of `names`. */
export const TEXT_COLUMNS = [
  'hunt',
  'source',
  'type',
  'player',
  'team',
  'outcome',
  'verdict',
  'clue',
  'rules',
  'rung',
  'asked',
  'extras',
  'device',
] as const;
export const INT_COLUMNS = ['points', 'score', 'version'] as const;
/** Times of an event, and the position of the first of its id; all exact below 2^53. */
export const FLOAT_COLUMNS = [
  'timeMs',
  'sentAtMs',
  'receivedAtUs',
  'firstPosition',
  'pushedAtUs',
  'acknowledgedAtUs',
] as const;

/** Number of a text that is absent. */
export const NO_TEXT = -1;

const MIN_CAPACITY = 4_096;

/** A column that grows by doubling, so that a small file costs little memory. */
class Column<A extends Int32Array | Float64Array> {
  constructor(
    public values: A,
    private readonly make: (size: number) => A,
  ) {}

  set(at: number, value: number): void {
    if (at === this.values.length) {
      const wider = this.make(at * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[at] = value;
  }
}

const ints = () => new Column(new Int32Array(MIN_CAPACITY), (size) => new Int32Array(size));
const floats = () => new Column(new Float64Array(MIN_CAPACITY), (size) => new Float64Array(size));

export interface FileStart {
  readonly partition: number;
  readonly epoch: number;
  /** Position of the first event; the others follow without a gap. */
  readonly firstPosition: number;
}

export class FileRows {
  readonly texts = TEXT_COLUMNS.map(ints);
  readonly ints = INT_COLUMNS.map(ints);
  readonly floats = FLOAT_COLUMNS.map(floats);
  /** Number of each event's log entry. */
  readonly entryOf = ints();
  readonly eventIds: string[] = [];
  readonly data: (string | null)[] = [];
  readonly names: string[] = [];
  readonly entries: DecidedEntryHead[] = [];
  minTimeMs = Number.POSITIVE_INFINITY;
  maxTimeMs = Number.NEGATIVE_INFINITY;
  /** Ids begin with the time they were made at: as texts they stand in its order. */
  minId = '';
  maxId = '';
  private readonly numbers = new Map<string, number>();
  private readonly huntNumbers = new Set<number>();

  constructor(readonly start: FileStart) {}

  get count(): number {
    return this.eventIds.length;
  }

  get lastPosition(): number {
    return this.start.firstPosition + this.count - 1;
  }

  get hunts(): string[] {
    return [...this.huntNumbers].map((number) => this.names[number] as string).sort();
  }

  /** The log entry that the events added next come from. */
  beginEntry(entry: DecidedEntryHead): void {
    this.entries.push(entry);
  }

  add(event: DecidedEvent): void {
    const at = this.eventIds.length;
    for (let i = 0; i < TEXT_COLUMNS.length; i += 1) {
      this.texts[i]?.set(at, this.numberOf(event[TEXT_COLUMNS[i] as 'hunt']));
    }
    for (let i = 0; i < INT_COLUMNS.length; i += 1) {
      this.ints[i]?.set(at, event[INT_COLUMNS[i] as 'points']);
    }
    for (let i = 0; i < FLOAT_COLUMNS.length; i += 1) {
      this.floats[i]?.set(at, event[FLOAT_COLUMNS[i] as 'timeMs'] ?? Number.NaN);
    }
    this.entryOf.set(at, this.entries.length - 1);
    this.eventIds.push(event.eventId);
    this.data.push(event.data ?? null);
    this.huntNumbers.add(this.texts[0]?.values[at] as number);
    if (event.timeMs < this.minTimeMs) this.minTimeMs = event.timeMs;
    if (event.timeMs > this.maxTimeMs) this.maxTimeMs = event.timeMs;
    if (at === 0 || event.eventId < this.minId) this.minId = event.eventId;
    if (event.eventId > this.maxId) this.maxId = event.eventId;
  }

  private numberOf(text: string | undefined): number {
    if (text === undefined) return NO_TEXT;
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.names.push(text) - 1;
      this.numbers.set(text, number);
    }
    return number;
  }
}
