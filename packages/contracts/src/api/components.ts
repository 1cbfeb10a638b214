/**
 * The schemas of the wire as JSON Schema by name, as both documents carry them: what is used in
 * several places is described once and referred to.
 */
import { z } from 'zod';
import { AnyPlayEvent, CustomEvent, PLAY_EVENTS } from '../events.js';
import { EventStatus } from '../http.js';
import { BoardPush, BoardRow, EventRefusal } from '../play.js';
import { Problem, ProblemCode } from '../problems.js';
import { Receipt } from '../receipt.js';
import { RefusedEvent } from '../refusedEvent.js';
import { ResultOffset } from '../resultOffset.js';
import { Broadcast, EventResult, Recommendations, Suggestion } from '../results.js';
import type { JsonSchema } from '../schemas.js';
import { BadgeView, ClueView, HintView, TeamSnapshot } from '../teamSnapshot.js';
import { Ack, Outcome, Verdict } from '../vocabulary.js';

/** What is used in several places. A schema that is missing here stands where it is used. */
const USED_OFTEN: Readonly<Record<string, z.ZodType>> = {
  ...{ Ack, Outcome, Verdict, Problem, ProblemCode, EventRefusal },
  ...{ ResultOffset, EventResult, Suggestion, Broadcast, BoardRow, BoardPush },
  ...{ ClueView, HintView, BadgeView, TeamSnapshot, Recommendations, EventStatus, Receipt },
  ...{ RefusedEvent },
  ...{ PlayEvent: AnyPlayEvent, CustomEvent },
  ...Object.fromEntries(
    Object.entries(PLAY_EVENTS).map(([type, schema]) => [`${pascal(type)}Event`, schema]),
  ),
};

const PREFIX = '#/components/schemas/';

/** The dialect of JSON Schema that a document's readers expect. */
type Dialect = 'draft-7' | 'draft-2020-12';

/** Gathers what one document refers to. */
export class Components {
  readonly #registry = z.registry<{ id: string }>();
  readonly #names = new Map<z.ZodType, string>();

  constructor(private readonly target: Dialect) {
    for (const [name, schema] of Object.entries(USED_OFTEN)) this.ref(name, schema);
  }

  /** A reference to the schema, which is called so unless it has a name already. */
  ref(name: string, schema: z.ZodType): JsonSchema {
    const known = this.#names.get(schema) ?? name;
    if (!this.#names.has(schema)) {
      this.#names.set(schema, name);
      this.#registry.add(schema, { id: name });
    }
    return { $ref: PREFIX + known };
  }

  /** All that the document refers to, and what those refer to, by name. */
  usedBy(document: object): Record<string, JsonSchema> {
    const { schemas } = z.toJSONSchema(this.#registry, {
      uri: (id) => PREFIX + id,
      target: this.target,
      io: 'input',
      unrepresentable: 'any',
      override: ({ jsonSchema }) => dropSafeBounds(jsonSchema),
    });
    const used = new Map<string, JsonSchema>();
    const visit = (part: object): void => {
      for (const name of referencesIn(part)) {
        if (used.has(name)) continue;
        const schema = bare(schemas[name] as JsonSchema);
        used.set(name, schema);
        visit(schema);
      }
    };
    visit(document);
    return Object.fromEntries([...used].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** `place.visited.v1` as `PlaceVisitedV1`, `board:get` as `BoardGet`. */
export function pascal(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}

/** A small schema where it is used, as of a parameter. */
export function inline(schema: z.ZodType): JsonSchema {
  const json = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => dropSafeBounds(jsonSchema),
  });
  return bare(json as JsonSchema);
}

function referencesIn(part: object): string[] {
  const found = JSON.stringify(part).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g);
  return [...found].map(([, name = '']) => name);
}

/** Inside a document a schema has no identity of its own: references start at the document. */
function bare({ $schema: _, $id: __, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

/** That a whole number is one JavaScript can hold goes without saying. */
function dropSafeBounds(schema: { minimum?: unknown; maximum?: unknown }): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}
