/**
 * The types of the names a condition may use. `event.data` is derived from the contract of the
 * event type the rule listens to, so that a field of another type is a mistake found at once.
 */
import { type EventType, eventDataJsonSchema } from '@trove/contracts';

export type ValueType = 'number' | 'string' | 'bool';

export interface FieldTypes {
  readonly [name: string]: ValueType | FieldTypes;
}

/** The names of every context but `event.data`. */
const FIXED = {
  clue: { id: 'string', points: 'number', solves: 'number' },
  team: { score: 'number', solved: 'number' },
  hunt: { solves: 'number', elapsedS: 'number' },
  verdict: 'string',
} as const satisfies FieldTypes;

const VALUE_TYPES: Readonly<Record<string, ValueType>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'bool',
};

/** All names a rule on this event type may use, by their place in the context. */
export function contextTypes(on: EventType): FieldTypes {
  return {
    event: {
      id: 'string',
      type: 'string',
      time: 'number',
      player: 'string',
      team: 'string',
      data: dataTypes(on),
    },
    ...FIXED,
  };
}

/** Made once per event type: deriving them is slow and contracts do not change. */
const derived = new Map<EventType, FieldTypes>();

/** The fields of `event.data` for this event type. */
export function dataTypes(on: EventType): FieldTypes {
  const types = derived.get(on) ?? deriveTypes(on);
  derived.set(on, types);
  return types;
}

function deriveTypes(on: EventType): FieldTypes {
  const schema = eventDataJsonSchema(on);
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const type = VALUE_TYPES[field.type ?? ''];
    return type === undefined ? [] : [[name, type] as const];
  });
  return Object.fromEntries(fields);
}
