/**
 * The types of the names a condition may use. `event.data` is derived from the contract of the
 * event type the rule listens to, so that a field of another type is a mistake found at once.
 */
import type { EventTypeDefinition, PlayType } from '@trove/contracts';
import { type TypeField, typeFields } from './typeFields.js';

export type ValueType = 'number' | 'string' | 'bool';

export interface FieldTypes {
  readonly [name: string]: ValueType | FieldTypes;
}

const CLUE = { id: 'string', points: 'number', solves: 'number' } as const satisfies FieldTypes;
const HUNT = { solves: 'number', elapsedS: 'number' } as const satisfies FieldTypes;
/** Without its counters, which each hunt names. */
const TEAM = { score: 'number', solved: 'number' } as const satisfies FieldTypes;

const VALUE_TYPES: Readonly<Record<TypeField['kind'], ValueType>> = {
  text: 'string',
  number: 'number',
  boolean: 'bool',
};

/**
 * All names a rule may use, by their place in the context.
 * @param data the fields of `event.data`, by `dataTypes`
 * @param counters those that the hunt's rules write
 */
export function contextTypes(data: FieldTypes, counters: ReadonlySet<string>): FieldTypes {
  const counted = Object.fromEntries([...counters].map((name) => [name, 'number' as const]));
  return {
    event: {
      id: 'string',
      type: 'string',
      time: 'number',
      player: 'string',
      team: 'string',
      data,
    },
    clue: CLUE,
    team: counters.size === 0 ? TEAM : { ...TEAM, counters: counted },
    hunt: HUNT,
    verdict: 'string',
  };
}

/** The fields of `event.data` for this event type, in a hunt with these types of its own. */
export function dataTypes(
  on: PlayType,
  eventTypes: readonly EventTypeDefinition[] = [],
): FieldTypes {
  const fields = typeFields(on, eventTypes);
  return Object.fromEntries(fields.map(({ name, kind }) => [name, VALUE_TYPES[kind]]));
}
