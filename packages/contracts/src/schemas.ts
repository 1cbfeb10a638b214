/**
 * The contracts as JSON Schema, for editors, documents and type checkers that are not zod. They
 * are derived from the zod schemas, so there is no second description to keep in step.
 */
import { z } from 'zod';
import { type EventType, PLAY_EVENTS } from './events.js';
import { HuntFile } from './huntFile.js';

/** The part of JSON Schema (draft 7) that the derived schemas use. */
export interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly [keyword: string]: unknown;
}

/** The hunt file as designers write it: fields with a default may be left out. */
export function huntJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(HuntFile, { io: 'input', target: 'draft-7' });
  return { title: 'Trove hunt file, language version 1', ...schema } as JsonSchema;
}

/** One event of this type as a packet carries it. */
export function eventJsonSchema(type: EventType): JsonSchema {
  return z.toJSONSchema(PLAY_EVENTS[type], { io: 'input', target: 'draft-7' }) as JsonSchema;
}
