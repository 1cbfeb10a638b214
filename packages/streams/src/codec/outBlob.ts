/**
 * Reads one entry of `out`. Rows have one size, so that a consumer can pick those it cares for
 * without reading the others; names are decoded when somebody asks for them.
 */
import type { LoggedType, Outcome, Suggestion, Verdict } from '@trove/contracts';
import { hasFlag, layoutOf } from './blobFlags.js';
import { type ByteWriter, viewOf } from './bytes.js';
import { NameList } from './nameList.js';
import { type Extras, readExtras } from './outExtras.js';
import { ASKED_BYTES, AT, ID_BYTES, NO_NAME, OUT_LAYOUT, ROW_BYTES } from './outFields.js';
import { placesOfNext, readNext } from './outNext.js';
import { readOutTypes } from './outTypes.js';
import { spellUuid, UUID_LENGTH } from './spellUuid.js';
import { readTraces } from './traces.js';
import { CUSTOM_TYPE, typeOfNumber, unpackOutcome } from './types.js';

/** One decided log entry, as `out` names it. */
export interface OutLogEntry {
  readonly id: string;
  readonly door: string;
  readonly appendedAtUs: number;
  readonly count: number;
}

export interface OutRow {
  readonly id: string;
  readonly hunt: string;
  readonly source: string;
  readonly team: string;
  readonly player: string;
  readonly clue: string | undefined;
  readonly rules: string | undefined;
  readonly entry: number;
  readonly type: LoggedType;
  readonly outcome: Outcome;
  readonly verdict: Verdict | undefined;
  readonly points: number;
  readonly score: number;
  readonly timeMs: number;
  readonly position: number;
  readonly firstPosition: number;
  readonly receivedAtUs: number;
  readonly version: number;
  readonly logIndex: number;
}

/** One entry of `out`, its rows decoded only when asked for. */
export class OutBlob {
  readonly epoch: number;
  readonly decidedAtUs: number;
  readonly firstPosition: number;
  readonly names: NameList;
  readonly logEntries: readonly OutLogEntry[];
  readonly count: number;
  private readonly extras: Extras['texts'];
  private readonly rowsAt: number;
  /** Where it stands what rules answered; undefined where no rule was asked. */
  private readonly askedAt: number | undefined;
  /** Numbers of the names of hunts' own types, by row; undefined where there are none. */
  private readonly customTypes: ReadonlyMap<number, number> | undefined;
  private readonly view: DataView;
  /** Where the suggestions of each row begin. */
  private readonly nextAt: ReadonlyMap<number, number>;

  constructor(private readonly blob: Buffer) {
    if (layoutOf(blob) !== OUT_LAYOUT) {
      throw new Error(`out entry has layout ${blob[0]}, expected ${OUT_LAYOUT}`);
    }
    const view = viewOf(blob);
    this.view = view;
    this.epoch = view.getFloat64(1, true);
    this.decidedAtUs = view.getFloat64(9, true);
    this.firstPosition = view.getFloat64(17, true);
    this.names = new NameList(blob, HEAD_BYTES);
    const { entries, end } = readLogEntries(view, blob, this.names);
    this.logEntries = entries;
    this.count = view.getUint16(end, true);
    this.rowsAt = end + 2;
    if (this.idAt(this.count) + 2 > blob.length)
      throw new RangeError('rows beyond the end of the blob');
    const next = placesOfNext(view, this.idAt(this.count));
    this.nextAt = next.places;
    const extras = readExtras(blob, next.end);
    this.extras = extras.texts;
    this.askedAt = hasFlag(blob, 'asked') ? extras.end : undefined;
    if (this.askedAt !== undefined && this.askedAt + this.count * ASKED_BYTES > blob.length) {
      throw new RangeError('answers of rules beyond the end of the blob');
    }
    const askedBytes = this.askedAt === undefined ? 0 : this.count * ASKED_BYTES;
    this.customTypes = hasFlag(blob, 'custom')
      ? readOutTypes(view, extras.end + askedBytes)
      : undefined;
  }

  /** Trace contexts of rows by their place; undefined when there are none. */
  get traces() {
    return readTraces(this.blob);
  }

  /** The cheap parts of a row, for choosing. */
  sourceOf(index: number): number {
    return this.u16(index, AT.source);
  }
  huntOf(index: number): number {
    return this.u16(index, AT.hunt);
  }
  teamOf(index: number): number {
    return this.u16(index, AT.team);
  }
  pointsOf(index: number): number {
    return this.view.getInt32(this.at(index) + AT.points, true);
  }
  entryOf(index: number): number {
    return this.u16(index, AT.entry);
  }
  /** 16 characters, one a byte, of the event's id. */
  idBytesOf(index: number): string {
    const at = this.idAt(index);
    return this.blob.toString('latin1', at, at + ID_BYTES);
  }
  /** The event's id as UUID text. */
  idOf(index: number): string {
    spellUuid(uuid, 0, { bytes: this.blob, at: this.idAt(index) });
    return uuid.toString('latin1');
  }
  writeId(writer: ByteWriter, index: number): void {
    const at = writer.take(uuid.length);
    spellUuid(writer.buffer, at, { bytes: this.blob, at: this.idAt(index) });
  }
  receivedAtUsOf(index: number): number {
    const { appendedAtUs } = this.logEntries[this.entryOf(index)] as OutLogEntry;
    return appendedAtUs - this.view.getUint32(this.at(index) + AT.received, true);
  }
  scoreOf(index: number): number {
    return this.view.getInt32(this.at(index) + AT.score, true);
  }
  clueOf(index: number): string | undefined {
    return this.nameAt(index, AT.clue);
  }
  rulesOf(index: number): string | undefined {
    return this.nameAt(index, AT.rules);
  }
  /** What each rule of its type answered, as `readAnswers` of core reads it. */
  askedOf(index: number): string | undefined {
    if (this.askedAt === undefined) return undefined;
    const number = this.view.getUint16(this.askedAt + index * ASKED_BYTES, true);
    return number === NO_NAME ? undefined : this.names.at(number);
  }
  versionOf(index: number): number {
    return this.u16(index, AT.version);
  }
  firstPositionOf(index: number): number {
    return this.view.getFloat64(this.at(index) + AT.first, true);
  }
  typeOf(index: number): LoggedType {
    const number = this.blob[this.at(index) + AT.type] as number;
    if (number !== CUSTOM_TYPE) return typeOfNumber(number);
    return this.names.at(this.customTypes?.get(index) ?? NO_NAME) as LoggedType;
  }
  /** Outcome and verdict as `unpackOutcome` reads them. */
  outcomeByteOf(index: number): number {
    return this.blob[this.at(index) + AT.outcome] as number;
  }
  /** Number of the clue's name. */
  clueNumberOf(index: number): number | undefined {
    const number = this.u16(index, AT.clue);
    return number === NO_NAME ? undefined : number;
  }
  outcomeOf(index: number): { outcome: Outcome; verdict: Verdict | undefined } {
    return unpackOutcome(this.outcomeByteOf(index));
  }

  /** What the row tells beside its fields, as a JSON object in ASCII; undefined for most rows. */
  extrasOf(index: number): string | undefined {
    return this.extras?.get(index);
  }

  /** The rows that tell something beside their fields, with what `extrasOf` says of each. */
  get rowsWithExtras(): Iterable<readonly [number, string]> {
    return this.extras ?? [];
  }

  /** What the team might try next; undefined when the event did not change its choice. */
  nextOf(index: number): Suggestion[] | undefined {
    const at = this.nextAt.get(index);
    return at === undefined ? undefined : readNext(this.view, this.names, at);
  }

  row(index: number): OutRow {
    const at = this.at(index);
    const { names } = this;
    return {
      id: this.idOf(index),
      hunt: names.at(this.huntOf(index)),
      source: names.at(this.sourceOf(index)),
      team: names.at(this.teamOf(index)),
      player: names.at(this.u16(index, AT.player)),
      clue: this.clueOf(index),
      rules: this.rulesOf(index),
      entry: this.entryOf(index),
      type: this.typeOf(index),
      ...this.outcomeOf(index),
      points: this.pointsOf(index),
      score: this.scoreOf(index),
      timeMs: this.view.getFloat64(at + AT.time, true),
      position: this.firstPosition + index,
      firstPosition: this.firstPositionOf(index),
      receivedAtUs: this.receivedAtUsOf(index),
      version: this.versionOf(index),
      logIndex: this.u16(index, AT.logIndex),
    };
  }

  private nameAt(index: number, field: number): string | undefined {
    const number = this.u16(index, field);
    return number === NO_NAME ? undefined : this.names.at(number);
  }
  private idAt(index: number): number {
    return this.rowsAt + this.count * ROW_BYTES + index * ID_BYTES;
  }
  private at(index: number): number {
    return this.rowsAt + index * ROW_BYTES;
  }
  private u16(index: number, field: number): number {
    return this.view.getUint16(this.at(index) + field, true);
  }
}

/** The text of an id while it is made. */
const uuid = Buffer.alloc(UUID_LENGTH);

/** Layout, epoch, time and first position. */
const HEAD_BYTES = 25;

function readLogEntries(view: DataView, blob: Buffer, names: NameList) {
  const count = view.getUint16(names.end, true);
  const entries: OutLogEntry[] = new Array<OutLogEntry>(count);
  let at = names.end + 2;
  for (let i = 0; i < count; i += 1) {
    const idEnd = at + 1 + view.getUint8(at);
    entries[i] = {
      id: blob.toString('latin1', at + 1, idEnd),
      door: names.at(view.getUint16(idEnd, true)),
      appendedAtUs: view.getFloat64(idEnd + 2, true),
      count: view.getUint16(idEnd + 10, true),
    };
    at = idEnd + 12;
  }
  return { entries, end: at };
}
