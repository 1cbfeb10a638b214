/**
 * The types of the names a condition may use. `event.data` is derived from the contract of the
 * event type the rule listens to, so that a field of another type is a mistake found at once.
 */
import { type EventType, eventDataJsonSchema } from '@trove/contracts';

export type ValueType = 'number' | 'string' | 'bool';

export interface FieldTypes {
  readonly [name: string]: ValueType | FieldTypes;
}

const CLUE = { id: 'string', points: 'number', solves: 'number' } as const satisfies FieldTypes;
const HUNT = { solves: 'number', elapsedS: 'number' } as const satisfies FieldTypes;
/** Without its counters, which each hunt names. */
const TEAM = { score: 'number', solved: 'number' } as const satisfies FieldTypes;

const VALUE_TYPES: Readonly<Record<string, ValueType>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'bool',
};

/**
 * All names a rule on this event type may use, by their place in the context.
 * @param counters those that the hunt's rules write
 */
export function contextTypes(on: EventType, counters: ReadonlySet<string>): FieldTypes {
  const counted = Object.fromEntries([...counters].map((name) => [name, 'number' as const]));
  return {
    event: {
      id: 'string',
      type: 'string',
      time: 'number',
      player: 'string',
      team: 'string',
      data: dataTypes(on),
    },
    clue: CLUE,
    team: counters.size === 0 ? TEAM : { ...TEAM, counters: counted },
    hunt: HUNT,
    verdict: 'string',
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
