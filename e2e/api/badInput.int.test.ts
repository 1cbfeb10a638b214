/** What the door does with what it should never have been sent. */
import { connect } from 'node:net';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Api,
  call,
  cloudEvent,
  connectPlay,
  HUNT,
  openApi,
  packet,
  packetEvent,
} from './installation.js';

let api: Api;
beforeAll(async () => {
  api = await openApi(11);
});
afterAll(() => api.close());

/** Whatever was sent before: the door still takes a good event from somebody else. */
async function expectStillOpen(): Promise<void> {
  const body = JSON.stringify(cloudEvent('CLOCK'));
  const options = { token: api.token, body, prefer: 'wait=5' };
  const reply = await call(api.url, 'POST /v1/events', options);
  expect(reply.body).toMatchObject({ acks: ['appended'], results: [{ outcome: 'accepted' }] });
}

const idAt = (ms: number) => {
  const hex = Math.floor(ms).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7abc-8def-0123456789ab`;
};

const BAD_EVENTS: [name: string, event: unknown, code: string, path: string][] = [
  ['not an object', 42, 'malformed', ''],
  ['null', null, 'malformed', ''],
  ['an array', [], 'malformed', ''],
  ['an unknown type', packetEvent('C', { type: 'code.eaten.v1' }), 'unknown_type', 'type'],
  ['a type that is no text', packetEvent('C', { type: {} }), 'unknown_type', 'type'],
  ['a control type', packetEvent('C', { type: 'hunt.published.v1' }), 'unknown_type', 'type'],
  ['an unknown field', packetEvent('C', { extra: 1 }), 'contract', 'extra'],
  ['an id of 100,000 characters', packetEvent('C', { id: 'a'.repeat(100_000) }), 'contract', 'id'],
  ['an id of another version', packetEvent('C', { id: crypto.randomUUID() }), 'contract', 'id'],
  [
    'an id from tomorrow',
    packetEvent('C', { id: idAt(Date.now() + 86_400_000) }),
    'id_from_future',
    'id',
  ],
  [
    'an id of last week',
    packetEvent('C', { id: idAt(Date.now() - 7 * 86_400_000) }),
    'id_too_old',
    'id',
  ],
  [
    'a team with a zero-width space',
    packetEvent('C', { team: 'her\u200bons' }),
    'contract',
    'team',
  ],
  [
    'a time that does not exist',
    packetEvent('C', { time: '2026-13-45T99:00:00Z' }),
    'contract',
    'time',
  ],
  ['a number as text', packetEvent('C', { data: { code: 7 } }), 'contract', 'data.code'],
  ['data missing', packetEvent('C', { data: undefined }), 'contract', 'data'],
  [
    'NaN, which JSON turns to null',
    packetEvent('C', { type: 'place.visited.v1', data: { place: 'p', lat: Number.NaN, lon: 1 } }),
    'contract',
    'data.lat',
  ],
  [
    'a latitude off the earth',
    packetEvent('C', { type: 'place.visited.v1', data: { place: 'p', lat: 1e308, lon: 1 } }),
    'contract',
    'data.lat',
  ],
  ['an unknown hunt', packetEvent('C', { hunt: 'no-such-hunt' }), 'unknown_hunt', 'hunt'],
];

describe('a bad event in a packet', () => {
  it.each(BAD_EVENTS)('is refused with its reason: %s', async (_name, event, code, path) => {
    const { socket } = await connectPlay(api.url, { token: api.token });
    const good = packetEvent('CLOCK', { team: 'good' });
    const reply = await socket.emitWithAck('events:send', packet([event, good]));
    const ack = code === 'id_too_old' ? 'late' : 'invalid';
    expect(reply).toMatchObject({ ok: true, acks: [ack, 'appended'] });
    expect(reply.errors['0']).toMatchObject({ code, path });
    socket.disconnect();
  });
});

describe('bodies', () => {
  const post = (body: BodyInit, token = api.token) => {
    return call(api.url, 'POST /v1/events', { token, body });
  };

  it('that are not JSON, not UTF-8 or too large get a coded problem', async () => {
    const broken = await post('{"id": ');
    expect([broken.status, broken.body['code']]).toEqual([400, 'malformed']);
    expect(broken.type).toContain('application/problem+json');
    const binary = await post(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]));
    expect(binary.body['code']).toBe('malformed');
    // The server answers and closes before it has read 10 MB, which a sender may see as a reset.
    const large = await post(JSON.stringify({ a: 'x'.repeat(10_000_000) })).then(
      ({ body }) => body['code'],
      () => 'closed',
    );
    expect(['too_large', 'closed']).toContain(large);
    const tooMuch = await post(JSON.stringify({ a: 'x'.repeat(300_000) }));
    expect([tooMuch.status, tooMuch.body['code']]).toEqual([413, 'too_large']);
    await expectStillOpen();
  });

  it('with __proto__, duplicate keys or deep nesting pollute nothing', async () => {
    const text = JSON.stringify(cloudEvent('CLOCK'));
    const polluted = await post(text.replace('{', '{"__proto__":{"isAdmin":true},'));
    expect(polluted.body).toMatchObject({ acks: ['invalid'], errors: { 0: { code: 'contract' } } });
    const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const deep = await post(text.replace('"CLOCK"', nested));
    expect(deep.status).toBe(422);
    await expectStillOpen();
  });
});

describe('tokens', () => {
  const send = (token: string) => {
    const body = JSON.stringify(cloudEvent('CLOCK'));
    return call(api.url, 'POST /v1/events', { token, body });
  };
  const sign = (secret: string, exp: string) => {
    return new SignJWT({ kind: 'source', hunts: ['*'], may: ['send'] })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience('trove-door')
      .setSubject('/kill-test')
      .setExpirationTime(exp)
      .sign(new TextEncoder().encode(secret));
  };

  it('that are missing, forged, unsigned or expired are told so', async () => {
    const missing = await call(api.url, 'POST /v1/events', { body: '{}' });
    expect(missing.body['code']).toBe('token_missing');
    const forged = await send(await sign('another-secret-of-enough-length-0123456789', '1h'));
    expect(forged.body['code']).toBe('token_invalid');
    const secret = 'dev-kill-tests-0123456789-0123456789';
    expect((await send(await sign(secret, '-1h'))).body['code']).toBe('token_expired');
    const [head, claims] = api.token.split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    expect((await send(`${none}.${claims}.`)).body['code']).toBe('token_invalid');
    expect((await send(`${head}.${claims}.AAAA`)).body['code']).toBe('token_invalid');
    const { refused } = await connectPlay(api.url, { token: 'nonsense' });
    expect(refused).toMatchObject({ code: 'token_invalid' });
  });

  it('of a source without the right to publish can’t', async () => {
    const token = await sign('dev-kill-tests-0123456789-0123456789', '1h');
    const options = { token, body: '{}', type: 'application/yaml' };
    const reply = await call(api.url, `PUT /v1/hunts/${HUNT}`, options);
    expect([reply.status, reply.body['code']]).toEqual([403, 'not_permitted']);
  });
});

describe('sockets', () => {
  it('answer what is no packet and what is no message', async () => {
    const { socket } = await connectPlay(api.url, { token: api.token });
    for (const value of [null, 7, 'x', [], {}, { ...packet([]), events: [] }]) {
      const reply = await socket.emitWithAck('events:send', value);
      expect(reply).toMatchObject({ ok: false, error: { code: 'malformed' } });
    }
    for (const name of ['constructor', '__proto__', 'events:eat']) {
      const reply = await socket.emitWithAck(name, {});
      expect(reply).toMatchObject({ ok: false, error: { code: 'unknown_type' } });
    }
    const other = await socket.emitWithAck('events:send', packet([1], '/trove/control'));
    expect(other).toMatchObject({ ok: false, error: { code: 'other_source' } });
    socket.disconnect();
  });

  it('that send a frame above the bound are closed, and nobody else is', async () => {
    const [bad, good] = await Promise.all([
      connectPlay(api.url, { token: api.token }),
      connectPlay(api.url, { token: api.token }),
    ]);
    const closed = new Promise((resolve) => bad.socket.once('disconnect', resolve));
    bad.socket.emit('events:send', packet(['x'.repeat(10_000_000)]));
    await closed;
    const event = packetEvent('CLOCK', { team: 'other' });
    const reply = await good.socket.emitWithAck('events:send', packet([event]));
    expect(reply).toMatchObject({ acks: ['appended'] });
    good.socket.disconnect();
  });

  it('that are no sockets at all do not disturb', async () => {
    const raw = connect(Number(new URL(api.url).port), '127.0.0.1');
    const ended = new Promise((resolve) => raw.once('close', resolve));
    raw.on('error', () => undefined);
    raw.resume();
    raw.end('GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n\r\n\u0000\u0001\u0002');
    await expect(ended).resolves.toBe(false);
    await expectStillOpen();
  });
});

describe('hunt files', () => {
  it('with mistakes are refused with line, found and allowed; nothing is published', async () => {
    const text = 'trove: 1\nslug: bad-hunt\ntitle: Bad\nclues:\n  - id: a\n    points: many\n';
    const options = { token: api.token, body: text, type: 'application/yaml' };
    const reply = await call(api.url, 'PUT /v1/hunts/bad-hunt', options);
    expect([reply.status, reply.body['code']]).toEqual([422, 'invalid_hunt']);
    const nothing = { line: 5, column: 5, found: 'nothing' };
    const finds = '{ place } or { code } or { answer } or { choice } or { photo }';
    expect(reply.body['mistakes']).toMatchObject([
      { ...nothing, path: 'clues[0].find', allowed: finds },
      { ...nothing, path: 'clues[0].title', allowed: 'a text' },
      { line: 6, column: 13, path: 'clues[0].points', found: '"many"', allowed: 'a number' },
    ]);
    const board = await call(api.url, 'GET /v1/hunts/bad-hunt/board', { token: api.token });
    expect(board.status).toBe(404);
  });
});
