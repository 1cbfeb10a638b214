/**
 * What may come by every way into a door, by its own tables: the messages of the socket and the
 * routes of HTTP. A way that is added there is drawn here without a word more.
 */
import { CLIENT_MESSAGES, type ClientMessages, type JsonSchema } from '@trove/contracts';
import type { RouteContract } from '@trove/contracts/api';
import fc from 'fast-check';
import { anyOfSchema, type Known } from './anyOfSchema.js';
import { anyBytes } from './arbitraries.js';
import { anyTextLike } from './brokenText.js';
import { hostileTokens } from './hostilePackets.js';

type MessageName = keyof ClientMessages;
export const MESSAGE_NAMES = Object.keys(CLIENT_MESSAGES) as readonly MessageName[];

/** Who sends, and what is there to be named. */
export interface Sender {
  /** Asked anew for each thing that is drawn. */
  token(): string;
  readonly known: Known;
  /** Known of routes that steer a hunt: another hunt than the one that is played. */
  readonly steered: Known;
  /** Known of forms beside those. */
  readonly forms: Known;
  /** Good bodies of routes whose schemas say too little of them, by the route's name. */
  readonly bodies: Readonly<Record<string, unknown>>;
  /** A picture that is one. */
  readonly image: Uint8Array;
}

/** Arguments of a message as JSON, such as stand behind its name. */
export function anyArguments(name: MessageName, { known }: Sender): fc.Arbitrary<string> {
  const payload = anyTextLike(anyOfSchema(schemaOf(CLIENT_MESSAGES[name].payload), known));
  const several = fc.array(payload, { maxLength: 3 }).map((texts) => texts.join(','));
  return fc.oneof({ weight: 8, arbitrary: payload }, several);
}

export interface DrawnRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

export function anyRequest(route: RouteContract, sender: Sender): fc.Arbitrary<DrawnRequest> {
  const { method, token } = route;
  const steers = token === 'publisher' || token === 'operator';
  const known = steers ? sender.steered : sender.known;
  const asked = { path: anyPath(route, known), headers: anyHeaders(route, sender) };
  const request = fc.record(asked).map((drawn) => ({ method, ...drawn }));
  if (method === 'GET') return request;
  const payload = anyPayload(route, { ...sender, known });
  return fc.tuple(request, payload).map(([drawn, { type, body }]) => {
    const headers = type === undefined ? drawn.headers : { ...drawn.headers, 'content-type': type };
    return { ...drawn, headers, body };
  });
}

function anyPath({ path, params = {}, query = {} }: RouteContract, known: Known) {
  const ofAny = (name: string, schema: { toJSONSchema(): unknown }) => {
    const allowed = anyOfSchema(schemaOf(schema), known).map(String);
    const real = (known[name] ?? allowed).map(String);
    const odd = fc.oneof(fc.constantFrom(...ODD_SEGMENTS), fc.string().map(encoded));
    return fc.oneof({ weight: 6, arbitrary: real.map(encoded) }, allowed.map(encoded), odd);
  };
  const all = (schemas: NonNullable<RouteContract['params']>) => {
    return Object.fromEntries(Object.entries(schemas).map(([k, one]) => [k, ofAny(k, one)]));
  };
  const asked = fc.record(all(query), { requiredKeys: [] });
  return fc.tuple(fc.record(all(params)), asked).map(([named, search]) => {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => named[name] ?? '');
    const pairs = Object.entries(search).map(([name, value]) => `${name}=${value}`);
    return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`;
  });
}

/** As they stand in a path. */
const ODD_SEGMENTS = [
  ...['%00', '%ff%fe', '%zz', '%', '..%2f..%2fetc%2fpasswd', '%2e%2e', '__proto__', 'constructor'],
  ...['-1', '1e309', 'NaN', 'null', '%F0%9F%92%A5', '%E2%80%AE', 'a'.repeat(2_000), '%20', ';&=?'],
];

function encoded(text: string): string {
  // Lone surrogates have no place in a path.
  return encodeURIComponent(Buffer.from(text).toString());
}

const ODD_HEADERS = ['', '"', '-1', '99999999999999999999', '"1e3"', 'W/"1"', 'wait=x', '*'];

function anyHeaders({ headers = {} }: RouteContract, { token }: Sender) {
  const wrong = fc.constantFrom('', 'Basic e30=', 'Bearer', `Bearer ${'x'.repeat(4_097)}`);
  const forged = fc.nat().map((n) => {
    const tokens = hostileTokens(token());
    return `Bearer ${tokens[n % tokens.length]?.text}`;
  });
  const good = fc.constant(undefined).map(() => `Bearer ${token()}`);
  const authorization = fc.oneof({ weight: 10, arbitrary: good }, wrong, forged);
  const others = Object.keys(headers).map((name) => [name, fc.constantFrom(...ODD_HEADERS)]);
  const named = Object.fromEntries(others) as Record<string, fc.Arbitrary<string>>;
  return fc.record({ authorization, ...named }, { requiredKeys: ['authorization'] });
}

interface Payload {
  readonly type: string | undefined;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/** Of a type that the route takes as a rule. */
function anyPayload({ name, body }: RouteContract, { known, forms, bodies, image }: Sender) {
  const given = Object.entries(body ?? { 'application/json': undefined });
  const like = given.map(([type, schema]) => {
    const json = schema === undefined ? {} : schemaOf(schema);
    const isForm = type.endsWith('form-urlencoded');
    const fields = isForm ? { ...known, ...forms } : known;
    const good = bodies[name] === undefined ? anyOfSchema(json, fields) : fc.constant(bodies[name]);
    const texts = isForm ? anyForm(good) : anyTextLike(good);
    const content = json['format'] === 'binary' ? anyBytes(image) : texts;
    return fc.record({ type: fc.constant(type), body: content });
  });
  const types = fc.constantFrom(undefined, 'application/json', 'text/plain', 'image/png', 'a/b');
  const bytes = fc.uint8Array({ maxLength: 2_000 }).map((array) => new Uint8Array(array));
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), bytes);
  const other: fc.Arbitrary<Payload> = fc.record({ type: types, body: text });
  const any: fc.Arbitrary<Payload> = fc.oneof(...like);
  return fc.oneof({ weight: 8, arbitrary: any }, other);
}

/** Fields of a form that hold JSON, or what should be JSON. */
function anyForm(good: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc.tuple(good, fc.option(anyTextLike(good))).map(([value, odd]) => {
    const fields = Object.entries(value as Record<string, string>);
    const texts = fields.map(([name, text]): [string, string] => [name, odd ?? text]);
    return String(new URLSearchParams(odd === null ? texts : texts.slice(-1)));
  });
}

function schemaOf(schema: { toJSONSchema(params?: object): unknown }): JsonSchema {
  return schema.toJSONSchema({ io: 'input', unrepresentable: 'any' }) as JsonSchema;
}
