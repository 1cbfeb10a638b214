/** What the scanner looks for in the data of each event type, read off the contracts. */
import { DATA_FIELDS, type DataField, type EventType } from '@trove/contracts';
import { numberOfType } from '@trove/streams';
import { type CharClasses, charClassesOf } from './charClasses.js';
import { QUOTE, spells } from './tokens.js';

const COLON = 0x3a;
export const NO_FIELD = -1;

export interface ScannedField {
  readonly field: DataField;
  readonly key: Buffer;
  readonly classes: CharClasses | undefined;
}

export interface ScannedType {
  readonly name: Buffer;
  readonly number: number;
  readonly fields: readonly ScannedField[];
  /** A bit for each field that must be there. */
  readonly needed: number;
}

/** Whose data needs more than its contract to be good: their packets are parsed. */
const PARSED: ReadonlySet<EventType> = new Set<EventType>(['photo.submitted.v1']);
const SCANNED = [...DATA_FIELDS].filter(([type]) => !PARSED.has(type));

export const TYPES: readonly ScannedType[] = SCANNED.map(([type, fields]) => ({
  name: Buffer.from(type),
  number: numberOfType(type),
  fields: fields.map((field) => ({
    field,
    key: Buffer.from(field.name),
    classes: field.kind === 'name' ? charClassesOf(field.contract) : undefined,
  })),
  needed: fields.reduce((bits, { isOptional }, i) => (isOptional ? bits : bits | (1 << i)), 0),
}));

/** Place of the field whose key stands here with its closing quote and colon. */
export function fieldAt(bytes: Buffer, at: number, fields: readonly ScannedField[]): number {
  for (let i = 0; i < fields.length; i += 1) {
    const { key } = fields[i] as ScannedField;
    const end = at + key.length;
    if (spells(bytes, at, key) && bytes[end] === QUOTE && bytes[end + 1] === COLON) return i;
  }
  return NO_FIELD;
}
