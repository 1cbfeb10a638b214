/**
 * The two documents as the page shows them: one list of entries with what goes in and comes out,
 * and the schemas that they refer to. Pure, so that the page reads nothing but the documents.
 */
import type { AsyncApiDocument, OpenApiDocument } from '@trove/contracts/api';

/** The part of JSON Schema that the documents use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly description?: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly additionalProperties?: boolean | Schema;
}

export type Schemas = Readonly<Record<string, Schema>>;

/** Something that goes in or comes out. */
export interface Part {
  readonly title: string;
  readonly says?: string;
  readonly schema?: Schema;
}

export interface ApiEntry {
  readonly id: string;
  readonly kind: 'message' | 'push' | 'route';
  /** As `board:get`, or `GET /v1/hunts/{slug}/board`. */
  readonly title: string;
  readonly summary: string;
  readonly note?: string;
  readonly parts: readonly Part[];
  /** An example of what goes in. */
  readonly example?: unknown;
}

export interface ApiModel {
  readonly entries: readonly ApiEntry[];
  readonly schemas: Schemas;
}

interface Message {
  readonly payload: Schema;
  readonly examples?: readonly { readonly payload: unknown }[];
}
interface Operation {
  readonly action: string;
  readonly title: string;
  readonly summary: string;
  readonly messages: readonly Schema[];
  readonly reply?: { readonly messages: readonly Schema[] };
}
interface SocketDocument {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly channels: { readonly play: { readonly messages: Readonly<Record<string, Message>> } };
  readonly components: { readonly schemas: Schemas };
}
interface Content {
  readonly description?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}
interface Route {
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly (Part & { readonly name: string; readonly in: string })[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}
interface HttpDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Route>>>>;
  readonly components: { readonly schemas: Schemas };
}

export function apiModelOf(sockets: AsyncApiDocument, http: OpenApiDocument): ApiModel {
  const asyncApi = sockets as unknown as SocketDocument;
  const openApi = http as unknown as HttpDocument;
  return {
    entries: [...socketEntries(asyncApi), ...routeEntries(openApi)],
    schemas: { ...openApi.components.schemas, ...asyncApi.components.schemas },
  };
}

function socketEntries({ operations, channels }: SocketDocument): ApiEntry[] {
  const messageAt = ({ $ref = '' }: Schema) => channels.play.messages[lastOf($ref)];
  return Object.values(operations).map((operation) => {
    const { action, title, summary, messages, reply } = operation;
    const isPush = action === 'send';
    const message = messages[0] && messageAt(messages[0]);
    const answer = reply?.messages[0] && messageAt(reply.messages[0]);
    return {
      id: anchorOf(isPush ? `push ${title}` : title),
      kind: isPush ? 'push' : 'message',
      title,
      summary,
      parts: [
        ...(message ? [{ title: isPush ? 'Pushed' : 'Payload', schema: message.payload }] : []),
        ...(answer ? [{ title: 'Acknowledgement', schema: answer.payload }] : []),
      ],
      ...(message?.examples?.[0] && { example: message.examples[0].payload }),
    };
  });
}

function routeEntries({ paths }: HttpDocument): ApiEntry[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, route]): ApiEntry => {
      const title = `${method.toUpperCase()} ${path}`;
      const { summary, description: note } = route;
      return { id: anchorOf(title), kind: 'route', title, summary, note, parts: partsOf(route) };
    }),
  );
}

function partsOf({ parameters, requestBody, responses }: Route): Part[] {
  const asked = parameters.map(({ name, in: place, schema, ...more }) => {
    return { ...more, title: `${name} (${place})`, ...(schema && { schema }) };
  });
  const bodies = Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => {
    return { title: `Body, ${type}`, ...(schema && { schema }) };
  });
  const answers = Object.entries(responses).map(([status, { description, content = {} }]) => {
    const schema = Object.values(content)[0]?.schema;
    return { title: status, ...(description && { says: description }), ...(schema && { schema }) };
  });
  return [...asked, ...bodies, ...answers];
}

/** `GET /v1/hunts/{slug}/board` as `get-v1-hunts-slug-board`. */
export function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

export function lastOf(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** The schema that is meant, wherever it stands. */
export function resolve(schema: Schema | undefined, schemas: Schemas): Schema {
  if (schema?.$ref !== undefined) return schemas[lastOf(schema.$ref)] ?? {};
  const [only] = schema?.allOf ?? [];
  // A reference with a description of its own is written as one of one.
  return only !== undefined && schema?.properties === undefined
    ? resolve(only, schemas)
    : (schema ?? {});
}

/** Entries in which every word of the search stands. */
export function found(entries: readonly ApiEntry[], search: string): readonly ApiEntry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const text = JSON.stringify(entry).toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
