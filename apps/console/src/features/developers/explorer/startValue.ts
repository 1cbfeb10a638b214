/** What a form starts with: the example of its message, as the test player would send it. */
import { makeEventId } from '@trove/player-sdk';
import { resolve, type Schema, type Schemas } from '../apiModel';

/** Who sends, as its join has told. */
export interface Speaker {
  readonly hunt: string;
  readonly player: string;
  readonly team: string;
  readonly source: string;
}

export type Fields = Record<string, unknown>;

/** The example with every name of the speaker in its place, and ids and times of now. */
export function startValue(example: unknown, speaker: Speaker, nowMs: number): Fields {
  const value = (typeof example === 'object' && example !== null ? example : {}) as Fields;
  return renewed(spokenBy(value, speaker) as Fields, nowMs);
}

function spokenBy(value: unknown, speaker: Speaker): unknown {
  if (Array.isArray(value)) return value.map((one) => spokenBy(one, speaker));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      typeof inner === 'string' && Object.hasOwn(speaker, name)
        ? speaker[name as keyof Speaker]
        : spokenBy(inner, speaker),
    ]),
  );
}

/** The same intent once more: every event with an id of its own, made now. */
export function renewed(value: Fields, nowMs: number): Fields {
  const time = new Date(nowMs).toISOString();
  const { events } = value;
  if (!Array.isArray(events)) return value;
  return {
    ...value,
    sentAt: time,
    events: events.map((event: object) => ({ ...event, id: makeEventId(nowMs), time })),
  };
}

/** The least that a schema lets pass, as far as it can be told from the schema alone. */
export function emptyOf(schema: Schema | undefined, schemas: Schemas): unknown {
  const found = resolve(schema, schemas);
  if (found.const !== undefined) return found.const;
  if (found.enum !== undefined) return found.enum[0];
  const [choice] = found.anyOf ?? found.oneOf ?? [];
  if (choice !== undefined) return emptyOf(choice, schemas);
  if (found.properties !== undefined) {
    const required = found.required ?? [];
    return Object.fromEntries(
      required.map((name) => [name, emptyOf(found.properties?.[name], schemas)]),
    );
  }
  if (found.type === 'array') return [];
  if (found.type === 'object') return {};
  if (found.type === 'boolean') return false;
  return found.type === 'string' ? '' : (found.minimum ?? 0);
}
