/**
 * What a screen has to know of an event type to write rules on it and to try it: every name a
 * condition may use with its type and what it stands for, and the fields of the event's data. All
 * of it follows from the contracts and the hunt, so that nothing is listed twice.
 */
import { EVENT_TYPES, type EventTypeDefinition, type PlayType } from '@trove/contracts';
import { vocabularyOf } from '../hunt/checkRules.js';
import { contextTypes, dataTypes, type FieldTypes, type ValueType } from './contextTypes.js';
import { CALLS, METHODS } from './functions.js';
import { type TypeField, typeFields } from './typeFields.js';

/** A field of an event's data, as a form asks for it. */
export interface EventField {
  readonly name: string;
  readonly type: ValueType;
  readonly isOptional: boolean;
  /** Bounds of a number. */
  readonly min?: number;
  readonly max?: number;
}

/** A name that a condition may use. */
export interface RuleName {
  /** As `event.data.lat`. */
  readonly name: string;
  readonly type: ValueType;
  /** What it stands for, in a few words that fit a sentence. */
  readonly says: string;
  /** An event may come without it: `has` tells. */
  readonly isOptional: boolean;
  /** All it can be, where that is known. */
  readonly values?: readonly string[];
}

export interface EventWords {
  readonly on: PlayType;
  /** What has happened when one is sent; empty for a built-in type. */
  readonly description: string;
  /** In the order of the contract. */
  readonly fields: readonly EventField[];
  readonly names: readonly RuleName[];
}

export interface RuleFunction {
  readonly name: string;
  /** As `text.contains(part)`. */
  readonly usage: string;
  readonly says: string;
  /** Called as `text.name(…)`. */
  readonly isMethod: boolean;
}

/** The words of every event type that rules of this hunt can listen to. */
export function eventWords(hunt: WordsOfHunt): readonly EventWords[] {
  const own = hunt.eventTypes.map(({ type, description }) => wordsOf(type, description, hunt));
  return [...EVENT_TYPES.map((on) => wordsOf(on, '', hunt)), ...own];
}

interface WordsOfHunt {
  readonly clueIds: ReadonlySet<string>;
  readonly counters: ReadonlySet<string>;
  readonly eventTypes: readonly EventTypeDefinition[];
}

function wordsOf(on: PlayType, description: string, hunt: WordsOfHunt): EventWords {
  const { clueIds, counters, eventTypes } = hunt;
  const fields = typeFields(on, eventTypes).map(eventField);
  const optional = new Set(fields.filter((one) => one.isOptional).map((one) => one.name));
  const vocabulary = vocabularyOf(on, clueIds, eventTypes);
  const types = contextTypes(dataTypes(on, eventTypes), counters);
  const names = flatten(types).map(([name, type]): RuleName => {
    const values = vocabulary.get(name);
    const named = { name, type, says: saysOf(name), isOptional: isMissable(name, optional) };
    return values === undefined ? named : { ...named, values: [...values] };
  });
  return { on, description, fields, names };
}

function eventField(field: TypeField): EventField {
  const { name, isOptional, kind } = field;
  if (kind === 'boolean') return { name, isOptional, type: 'bool' };
  if (kind === 'text') return { name, isOptional, type: 'string' };
  return { name, isOptional, type: 'number', min: field.min, max: field.max };
}

function flatten(types: FieldTypes, before = ''): readonly (readonly [string, ValueType])[] {
  return Object.entries(types).flatMap(([name, type]) => {
    return typeof type === 'string'
      ? [[before + name, type] as const]
      : flatten(type, `${before}${name}.`);
  });
}

const DATA = 'event.data.';
const COUNTERS = 'team.counters.';

function isMissable(name: string, optional: ReadonlySet<string>): boolean {
  return name.startsWith(DATA) && optional.has(name.slice(DATA.length));
}

const SAYS: Readonly<Record<string, string>> = {
  verdict: 'the verdict',
  'event.id': 'the event’s id',
  'event.type': 'the event’s type',
  'event.time': 'the event’s own time',
  'event.player': 'the player',
  'event.team': 'the team’s id',
  'event.data.place': 'the place visited',
  'event.data.lat': 'the latitude',
  'event.data.lon': 'the longitude',
  'event.data.accuracyM': 'the accuracy in metres',
  'event.data.ageS': 'the age of the position in seconds',
  'event.data.code': 'the code scanned',
  'event.data.clue': 'the clue named',
  'event.data.answer': 'the answer given',
  'event.data.option': 'the option chosen',
  'event.data.hint': 'the hint asked for',
  'event.data.photo': 'the photo sent',
  'event.data.text': 'the words of the appeal',
  'clue.id': 'the clue',
  'clue.points': 'what the clue is worth',
  'clue.solves': 'the number of teams that solved the clue',
  'team.score': 'the team’s points',
  'team.solved': 'the number of clues the team solved',
  'hunt.solves': 'the number of solves in the hunt',
  'hunt.elapsedS': 'the time since the opening in seconds',
};

function saysOf(name: string): string {
  if (name.startsWith(COUNTERS)) return `the team’s counter ${name.slice(COUNTERS.length)}`;
  return SAYS[name] ?? `the field ${name.slice(DATA.length)}`;
}

const FUNCTION_SAYS: Readonly<Record<string, string>> = {
  has: 'Whether the event came with this field.',
  timestamp: 'A moment, to compare event.time with.',
  size: 'How many characters a text has.',
  distanceM: 'Metres between two points.',
  hourOf: 'Hour of the day, 0 to under 24, at an offset from UTC.',
  contains: 'Whether the text has this part.',
  startsWith: 'Whether the text begins with this.',
  endsWith: 'Whether the text ends with this.',
  lowerAscii: 'The text in small letters.',
  upperAscii: 'The text in capitals.',
};

function functionsOf(table: typeof CALLS, isMethod: boolean): readonly RuleFunction[] {
  return Object.entries(table).map(([name, { usage }]) => {
    return { name, usage, isMethod, says: FUNCTION_SAYS[name] ?? usage };
  });
}

/** Every function a condition may call. */
export const RULE_FUNCTIONS: readonly RuleFunction[] = [
  { name: 'has', usage: 'has(event.data.field)', isMethod: false },
  { name: 'timestamp', usage: "timestamp('2026-05-01T20:00:00Z')", isMethod: false },
]
  .map((one): RuleFunction => ({ ...one, says: FUNCTION_SAYS[one.name] ?? one.usage }))
  .concat(functionsOf(CALLS, false), functionsOf(METHODS, true));
