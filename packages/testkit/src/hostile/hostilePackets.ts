/** Whole things a door may be sent by who means no good: bodies, frames, tokens, hunt files. */
import { HOSTILE_VALUES, type Hostile } from './hostileValues.js';

export interface HostileBody {
  readonly name: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

type Fields = Readonly<Record<string, unknown>>;

/** JSON of the event with one field replaced by a text, whatever that is. */
export function withField(event: Fields, field: string, text: string): string {
  const fields = Object.entries({ ...event, [field]: undefined }).map(([name, value]) => {
    return `${JSON.stringify(name)}:${name === field ? text : JSON.stringify(value)}`;
  });
  return `{${fields.join(',')}}`;
}

/** Every field of a good event in the place of which every hostile value stands once. */
export function hostileEvents(event: Fields): Hostile[] {
  return Object.keys(event).flatMap((field) =>
    HOSTILE_VALUES.map(({ name, text }) => {
      return { name: `${field}: ${name}`, text: withField(event, field, text) };
    }),
  );
}

const encoder = new TextEncoder();

/** Bodies that are no event at all, or not even text. */
export function hostileBodies(event: Fields): HostileBody[] {
  const good = JSON.stringify(event);
  return [
    ...HOSTILE_VALUES.map(({ name, text }) => ({ name, body: text })),
    { name: 'nothing', body: '' },
    { name: 'half an event', body: good.slice(0, good.length / 2) },
    { name: 'an event and more', body: `${good}${good}` },
    { name: 'a byte order mark before it', body: `\ufeff${good}` },
    { name: 'UTF-16', body: new Uint8Array(Buffer.from(good, 'utf16le')) },
    { name: 'bytes that are no UTF-8', body: Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d) },
    { name: 'an overlong slash', body: Uint8Array.of(0x22, 0xc0, 0xaf, 0x22) },
    {
      name: 'MessagePack of a length nobody has',
      body: Uint8Array.of(0xdd, 0xff, 0xff, 0xff, 0xff),
    },
    { name: 'an ext of MessagePack', body: Uint8Array.of(0xc9, 0xff, 0xff, 0xff, 0xff, 0x01) },
    { name: 'gzip', body: Uint8Array.of(0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 0x03) },
    { name: 'NULs', body: new Uint8Array(1_000) },
    { name: '501 events', body: `[${Array.from({ length: 501 }, () => good).join(',')}]` },
    { name: 'a list in a list', body: `[[${good}]]` },
    {
      name: 'the same event 500 times',
      body: `[${Array.from({ length: 500 }, () => good).join(',')}]`,
    },
    { name: 'XML', body: encoder.encode('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') },
  ];
}

/** Packets of Socket.IO as they stand in an Engine.IO message. */
export const HOSTILE_FRAMES: readonly Hostile[] = [
  { name: 'an unknown packet type', text: '9/play,' },
  { name: 'a million attachments', text: '51000000-/play,0["events:send",{"_placeholder":true}]' },
  { name: 'attachments that never come', text: '52-/play,0["events:send",{"_placeholder":true}]' },
  { name: 'a number of an answer beyond all', text: `2/play,${'9'.repeat(40)}["events:send",{}]` },
  { name: 'an answer nobody asked for', text: '3/play,7["x"]' },
  { name: 'a message without a name', text: '2/play,0[]' },
  { name: 'a message that is no list', text: '2/play,0{"events:send":1}' },
  { name: 'a name that is a number', text: '2/play,0[1,2]' },
  { name: 'a name that is an object', text: '2/play,0[{"a":1}]' },
  { name: 'the name disconnecting', text: '2/play,0["disconnecting",1]' },
  { name: 'the name newListener', text: '2/play,0["newListener",1]' },
  { name: 'the name error', text: '2/play,["error",{"message":"x"}]' },
  { name: 'the name __proto__', text: '2/play,0["__proto__",{}]' },
  { name: 'half a list', text: '2/play,0["events:send",{"events":[' },
  { name: 'a namespace there is not', text: '0/admin,{"token":"x"}' },
  { name: 'a namespace of a thousand letters', text: `0/${'n'.repeat(1_000)},` },
  { name: 'connecting twice', text: '0/play,{"token":"x"}' },
  { name: 'nothing', text: '' },
];

/** Tokens made of a good one, and of nothing. */
export function hostileTokens(good: string): Hostile[] {
  const [head = '', claims = '', signature = ''] = good.split('.');
  const headed = (header: object) => {
    return `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${claims}.${signature}`;
  };
  return [
    { name: 'nothing', text: '' },
    { name: 'dots', text: '..' },
    { name: 'no signature', text: `${head}.${claims}.` },
    { name: 'another signature', text: `${head}.${claims}.${'A'.repeat(43)}` },
    { name: 'alg none', text: headed({ alg: 'none' }) },
    { name: 'another algorithm', text: headed({ alg: 'RS256' }) },
    { name: 'a key by path', text: headed({ alg: 'HS256', kid: '../../../../dev/null' }) },
    { name: 'a key by address', text: headed({ alg: 'HS256', jku: 'http://127.0.0.1/keys' }) },
    { name: 'a critical extension', text: headed({ alg: 'HS256', crit: ['x'], x: 1 }) },
    { name: 'claims that are no JSON', text: `${head}.AAAA.${signature}` },
    { name: 'a very long one', text: `${'a'.repeat(4_000)}` },
  ];
}

/** Hunt files that try to be too much. */
export const HOSTILE_HUNTS: readonly Hostile[] = [
  { name: 'nothing', text: '' },
  { name: 'a billion laughs', text: laughs() },
  { name: 'a tag that would run code', text: '!!js/function "function(){ process.exit() }"' },
  { name: 'a key __proto__', text: '__proto__: { polluted: true }\ntrove: 1\n' },
  { name: 'deep flow lists', text: '['.repeat(5_000) },
  { name: 'a list of anchors', text: `a: [${'&a *a,'.repeat(2_000)}]` },
  { name: 'NULs', text: '\u0000'.repeat(1_000) },
  { name: 'tabs', text: '\t\t\ttrove: 1' },
  { name: 'a merge of itself', text: 'a: &a\n  <<: *a\n' },
  { name: 'two documents', text: 'trove: 1\n---\ntrove: 1\n' },
];

function laughs(): string {
  const lines = ['a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]'];
  for (let i = 1; i < 10; i += 1) {
    const many = Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ');
    lines.push(`a${i}: &a${i} [${many}]`);
  }
  return lines.join('\n');
}
