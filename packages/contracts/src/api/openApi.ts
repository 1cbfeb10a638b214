/** The OpenAPI 3.1 document of the routes below /v1, derived from their table. */
import { PROBLEMS, Problem, type ProblemCode } from '../problems.js';
import type { JsonSchema } from '../schemas.js';
import { Components, inline, pascal } from './components.js';
import { HTTP_ROUTES } from './httpRoutes.js';
import type { RouteContract } from './routeContract.js';

/** What a document holds, as far as readers of it need to know. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly [field: string]: unknown;
}

export function openApiDocument(): OpenApiDocument {
  const components = new Components('draft-2020-12');
  const paths: Record<string, Record<string, object>> = {};
  for (const route of HTTP_ROUTES) {
    const path = paths[route.path] ?? {};
    path[route.method.toLowerCase()] = operationOf(route, components);
    paths[route.path] = path;
  }
  const document = {
    openapi: '3.1.0',
    info: INFO,
    servers: [{ url: 'http://localhost:4000', description: 'A door of an installation.' }],
    paths,
  };
  const schemas = components.usedBy(document);
  return { ...document, components: { schemas, securitySchemes: { token: TOKEN } } };
}

const INFO = {
  title: 'Trove, the HTTP API',
  version: '1.0.0',
  description: [
    'Refusals are problem documents (RFC 9457) with a stable `code`. Bodies and answers are UTF-8.',
    'A `duplicate` is a success: the first event of an id counts.',
  ].join(' '),
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
};

const TOKEN = {
  type: 'http',
  scheme: 'bearer',
  description: 'A player’s token of a join, or the token or API key of a source.',
};

const TOKENS: Record<RouteContract['token'], string> = {
  none: 'Needs no token.',
  player: 'Needs a player’s token.',
  source: 'Needs a source’s token.',
  publisher: 'Needs a source’s token that may publish.',
  operator: 'Needs a source’s token that may operate.',
  any: 'Needs a player’s or a source’s token.',
};

function operationOf(route: RouteContract, components: Components): object {
  const { name, summary, token, body } = route;
  return {
    operationId: name,
    summary,
    description: TOKENS[token],
    security: token === 'none' ? [] : [{ token: [] }],
    parameters: [
      ...parametersOf('path', route.params),
      ...parametersOf('query', route.query),
      ...parametersOf('header', route.headers),
    ],
    ...(body !== undefined && {
      requestBody: { required: true, content: contentOf(`${pascal(name)}Body`, body, components) },
    }),
    responses: responsesOf(route, components),
  };
}

function parametersOf(place: 'path' | 'query' | 'header', schemas: RouteContract['params'] = {}) {
  return Object.entries(schemas).map(([name, schema]) => {
    const required = !schema.safeParse(undefined).success;
    const { description, ...json } = inline(schema);
    return { name, in: place, required, ...(description ? { description } : {}), schema: json };
  });
}

/** Names a body by its operation; of several the later ones by their media type too. */
function contentOf(name: string, body: NonNullable<RouteContract['body']>, into: Components) {
  return Object.fromEntries(
    Object.entries(body).map(([type, schema], at) => {
      const called = at === 0 ? name : name + pascal(type.split('/').at(-1) ?? '');
      return [type, { schema: into.ref(called, schema) }];
    }),
  );
}

function responsesOf({ name, replies, problems }: RouteContract, components: Components) {
  const good = Object.entries(replies).map(([status, schema]) => {
    const reply = components.ref(`${pascal(name)}Reply`, schema);
    return [status, { description: MEANS[status] ?? 'Done.', content: jsonOf(reply) }];
  });
  const problem = components.ref('Problem', Problem);
  const bad = Object.entries(byStatus(problems)).map(([status, codes]) => {
    const description = codes.map((code) => `\`${code}\`: ${PROBLEMS[code].means}`).join(' ');
    return [status, { description, content: { 'application/problem+json': { schema: problem } } }];
  });
  return Object.fromEntries([...good, ...bad]);
}

const MEANS: Readonly<Record<string, string>> = {
  200: 'Done.',
  201: 'Made.',
  202: 'Taken, and not decided yet.',
};

function jsonOf(schema: JsonSchema) {
  return { 'application/json': { schema } };
}

function byStatus(codes: readonly ProblemCode[]): Record<string, ProblemCode[]> {
  const found: Record<string, ProblemCode[]> = {};
  for (const code of new Set(codes)) {
    const { status } = PROBLEMS[code];
    found[status] = [...(found[status] ?? []), code];
  }
  return found;
}
