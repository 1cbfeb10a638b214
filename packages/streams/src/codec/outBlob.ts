/**
 * Reads one entry of `out`. Rows have one size, so that a consumer can pick those it cares for
 * without reading the others; names are decoded when somebody asks for them.
 */
import type { ControlType, EventType, Outcome, Verdict } from '@trove/contracts';
import { ByteReader, NameList } from './bytes.js';
import { AT, ID_BYTES, NO_NAME, OUT_LAYOUT, ROW_BYTES } from './outFields.js';
import { typeOfNumber, unpackOutcome } from './types.js';

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
  readonly type: EventType | ControlType;
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
  private readonly rowsAt: number;

  constructor(private readonly blob: Buffer) {
    const reader = new ByteReader(blob);
    const layout = reader.u8();
    if (layout !== OUT_LAYOUT)
      throw new Error(`out entry has layout ${layout}, expected ${OUT_LAYOUT}`);
    this.epoch = reader.f64();
    this.decidedAtUs = reader.f64();
    this.firstPosition = reader.f64();
    this.names = new NameList(reader);
    this.logEntries = readLogEntries(reader, this.names);
    this.count = reader.u16();
    this.rowsAt = reader.at;
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
    return this.blob.readInt32LE(this.at(index) + AT.points);
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
    const at = this.idAt(index);
    const hex = this.blob.toString('hex', at, at + ID_BYTES);
    const [a, b, c] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16)];
    return `${a}-${b}-${c}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }
  receivedAtUsOf(index: number): number {
    const { appendedAtUs } = this.logEntries[this.entryOf(index)] as OutLogEntry;
    return appendedAtUs - this.blob.readUInt32LE(this.at(index) + AT.received);
  }
  scoreOf(index: number): number {
    return this.blob.readInt32LE(this.at(index) + AT.score);
  }
  clueOf(index: number): string | undefined {
    return this.nameAt(index, AT.clue);
  }
  rulesOf(index: number): string | undefined {
    return this.nameAt(index, AT.rules);
  }
  versionOf(index: number): number {
    return this.u16(index, AT.version);
  }
  firstPositionOf(index: number): number {
    return this.blob.readDoubleLE(this.at(index) + AT.first);
  }
  outcomeOf(index: number): { outcome: Outcome; verdict: Verdict | undefined } {
    return unpackOutcome(this.blob[this.at(index) + AT.outcome] as number);
  }

  row(index: number): OutRow {
    const at = this.at(index);
    const { blob, names } = this;
    return {
      id: this.idOf(index),
      hunt: names.at(this.huntOf(index)),
      source: names.at(this.sourceOf(index)),
      team: names.at(this.teamOf(index)),
      player: names.at(this.u16(index, AT.player)),
      clue: this.clueOf(index),
      rules: this.rulesOf(index),
      entry: this.entryOf(index),
      type: typeOfNumber(blob[at + AT.type] as number),
      ...this.outcomeOf(index),
      points: this.pointsOf(index),
      score: this.scoreOf(index),
      timeMs: blob.readDoubleLE(at + AT.time),
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
    return this.blob.readUInt16LE(this.at(index) + field);
  }
}

function readLogEntries(reader: ByteReader, names: NameList): OutLogEntry[] {
  const count = reader.u16();
  const entries: OutLogEntry[] = new Array<OutLogEntry>(count);
  for (let i = 0; i < count; i += 1) {
    const id = reader.short();
    const door = names.at(reader.u16());
    entries[i] = { id, door, appendedAtUs: reader.f64(), count: reader.u16() };
  }
  return entries;
}
