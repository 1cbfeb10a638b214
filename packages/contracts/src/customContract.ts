/**
 * The contract of a hunt's own event type, compiled from its definition: what the door holds such
 * events against, and what documents and editors are told of it.
 */
import { compile, z } from 'zod';
import { type CustomData, isCustomType } from './customType.js';
import type { CustomField, EventTypeDefinition } from './customTypes.js';
import { customEventOf, EVENT_TYPES, type PlayEvent } from './events.js';
import { pathOfIssue } from './issuePath.js';
import type { EventRefusal } from './play.js';
import type { JsonSchema } from './schemas.js';

/** Holds the data of events of one type; undefined when it is right. */
export interface CustomContract {
  readonly definition: EventTypeDefinition;
  fault(data: unknown): DataFault | undefined;
}

export interface DataFault {
  /** Below the data, as `colour`; empty for the whole of it. */
  readonly path: string;
  readonly detail: string;
}

export type CustomContracts = ReadonlyMap<string, CustomContract>;

/** The contracts of a hunt's types, by type. Compiling costs; keep them while the hunt lives. */
export function compileEventTypes(types: readonly EventTypeDefinition[] = []): CustomContracts {
  return new Map(types.map((definition) => [definition.type, contractOf(definition)]));
}

function contractOf(definition: EventTypeDefinition): CustomContract {
  const contract = compile(dataSchema(definition));
  return {
    definition,
    fault(data) {
      if (contract.validate(data)) return undefined;
      const issue = contract.safeParse(data).error?.issues[0];
      return { path: pathOfIssue(issue), detail: issue?.message ?? 'breaks its contract' };
    },
  };
}

/** What is wrong with a custom event in its hunt; undefined for a good one and a built-in type. */
export function customFault(
  { type, data }: PlayEvent,
  contracts: CustomContracts,
): Pick<EventRefusal, 'code' | 'detail' | 'path'> | undefined {
  if (!isCustomType(type)) return undefined;
  const contract = contracts.get(type);
  if (contract === undefined) {
    const known = [...EVENT_TYPES, ...contracts.keys()].join(', ');
    return { code: 'unknown_type', detail: `known types are ${known}`, path: 'type' };
  }
  const fault = contract.fault(data);
  if (fault === undefined) return undefined;
  const { detail, path } = fault;
  return { code: 'contract', detail, path: path === '' ? 'data' : `data.${path}` };
}

/** One event of a hunt's own type as a packet carries it. */
export function customEventJsonSchema(definition: EventTypeDefinition): JsonSchema {
  const schema = customEventOf(definition.type, dataSchema(definition));
  const { description } = definition;
  const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) as JsonSchema;
  return description === '' ? json : { description, ...json };
}

function dataSchema({ fields }: EventTypeDefinition): z.ZodType<CustomData> {
  const shape = fields.map((field) => {
    const value = valueSchema(field);
    return [field.name, field.required ? value : value.optional()] as const;
  });
  return z.strictObject(Object.fromEntries(shape)) as unknown as z.ZodType<CustomData>;
}

function valueSchema(field: CustomField): z.ZodType {
  switch (field.kind) {
    case 'number':
      return z.number().min(field.min).max(field.max);
    case 'integer':
      return z.int().min(field.min).max(field.max);
    case 'text':
      return z.string().min(field.min).max(field.max);
    case 'boolean':
      return z.boolean();
    case 'one_of':
      return z.enum(field.oneOf);
  }
}
