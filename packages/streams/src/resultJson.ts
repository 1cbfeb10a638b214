/**
 * Results as JSON in ASCII, straight from a commit's rows: but for the escapes of other
 * characters, byte for byte what JSON.stringify makes of `toResult`; a test holds the two
 * together. Names need no escapes, by their contracts.
 */
import { Outcome } from '@trove/contracts';
import type { ByteWriter } from './codec/bytes.js';
import type { OutBlob } from './codec/outBlob.js';
import { packOutcome, unpackOutcome } from './codec/types.js';

const text = (value: string) => Buffer.from(value);
const HUNT = text('","hunt":"');
const TEAM = text('","team":"');
const POINTS = text(',"points":');
const SCORE = text(',"score":');
const CLUE = text(',"clue":"');
const VERSION = text(',"version":');
const RULES = text(',"rules":["');
const RULE = text('","');
const RULES_END = text('"]');
const NEXT = text(',"next":');
const FIRST = text(',"firstPosition":');
const ID = text('{"id":"');
const POSITION = text(',"position":');
const QUOTE = 0x22;
const COMMA = 0x2c;
const CLOSE = 0x7d;

/** By the byte that outcome and verdict are: what it adds before the position, and after it. */
const OUTCOMES: (Buffer | undefined)[] = [];
const VERDICTS: (Buffer | undefined)[] = [];
for (let byte = 0; byte < Outcome.options.length * 16; byte += 1) {
  const { outcome, verdict } = unpackOutcome(byte);
  if (packOutcome(outcome, verdict) !== byte) continue;
  OUTCOMES[byte] = text(`","outcome":"${outcome}"`);
  VERDICTS[byte] = text(verdict === undefined ? '' : `,"verdict":"${verdict}"`);
}

/** Writes one result. */
export function writeResult(writer: ByteWriter, blob: OutBlob, index: number): void {
  const { names } = blob;
  const outcome = blob.outcomeByteOf(index);
  all(writer, ID);
  blob.writeId(writer, index);
  all(writer, HUNT);
  names.copy(writer, blob.huntOf(index));
  all(writer, TEAM);
  names.copy(writer, blob.teamOf(index));
  all(writer, OUTCOMES[outcome] as Buffer);
  number(writer, POSITION, blob.firstPosition + index);
  all(writer, VERDICTS[outcome] as Buffer);
  const points = blob.pointsOf(index);
  if (points !== 0) {
    number(writer, POINTS, points);
    number(writer, SCORE, blob.scoreOf(index));
  }
  writeOrigin(writer, blob, index);
  const extras = blob.extrasOf(index);
  if (extras === undefined) {
    writer.u8(CLOSE);
    return;
  }
  // The fields of an object that is never empty, with its closing brace.
  writer.u8(COMMA);
  writer.latin1(extras.slice(1));
}

/** What made the result: clue, version, rules, and the first event of a repeat. */
function writeOrigin(writer: ByteWriter, blob: OutBlob, index: number): void {
  const clue = blob.clueNumberOf(index);
  if (clue !== undefined) {
    all(writer, CLUE);
    blob.names.copy(writer, clue);
    writer.u8(QUOTE);
  }
  const version = blob.versionOf(index);
  if (version !== 0) number(writer, VERSION, version);
  const rules = blob.rulesOf(index);
  if (rules !== undefined) {
    all(writer, RULES);
    rules.split(',').forEach((rule, i) => {
      if (i > 0) all(writer, RULE);
      writer.latin1(rule);
    });
    all(writer, RULES_END);
  }
  const first = blob.firstPositionOf(index);
  if (first >= 0) number(writer, FIRST, first);
  const next = blob.nextOf(index);
  if (next === undefined) return;
  all(writer, NEXT);
  // A few results have it, of names and numbers: as JSON it is what it should be.
  writer.latin1(JSON.stringify(next));
}

function all(writer: ByteWriter, bytes: Buffer): void {
  writer.part(bytes, 0, bytes.length);
}

function number(writer: ByteWriter, key: Buffer, value: number): void {
  all(writer, key);
  writer.digits(value);
}

/** The results of one commit as JSON, and where in it each row stands. */
export class ResultTexts {
  private readonly writer: ByteWriter;

  constructor(writer: ByteWriter) {
    this.writer = writer;
    writer.reset();
  }

  /** Writes a row and gives its place; rows that follow each other are joined by a comma. */
  add(blob: OutBlob, index: number): { from: number; to: number } {
    const { writer } = this;
    if (writer.length > 0) writer.u8(COMMA);
    const from = writer.length;
    writeResult(writer, blob, index);
    return { from, to: writer.length };
  }

  /** What stands between two places, until anything else is written: copy it at once. */
  between(from: number, to: number): Uint8Array {
    return this.writer.buffer.subarray(from, to);
  }
}
