/**
 * Clients that would hurt a door: floods of connections, tokens of others, tokens that have run
 * out, and a phone that reads a kilobyte now and then. They are bounded and refused, with a reason,
 * and the others play on.
 */
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createDb, type Db, keyStore } from '@trove/db';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
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
import { playerToken, sourceOf } from './playerToken.js';
import { type Upgraded, upgrade } from './upgrade.js';

const OTHER_HUNT = 'other-hunt';
const PER_ADDRESS = 12;
const HUNT_RATE = 2_000;
/** More than a player may ask at once, and in the time that takes. */
const MOST_QUESTIONS = 2_000;
const WITHIN = { timeout: 10_000, interval: 50 };

let api: Api;
let db: Db;
beforeAll(async () => {
  api = await openApi(7, {
    TROVE_PROXIES: '1',
    TROVE_SOCKETS_PER_ADDRESS: String(PER_ADDRESS),
    TROVE_HUNT_EVENTS_PER_SECOND: String(HUNT_RATE),
  });
  db = createDb(api.databaseUrl);
  const file = { trove: 1, slug: OTHER_HUNT, title: 'Another', clues: [] };
  const clues = [{ id: 'clock', title: 'Clock', points: 1, find: { code: 'CLOCK' } }];
  const body = JSON.stringify({ ...file, clues });
  await call(api.url, `PUT /v1/hunts/${OTHER_HUNT}`, { token: api.token, body });
});
afterAll(async () => {
  await db.close();
  await api.close();
});

/** A metric of the door, of one reason. */
async function metric(name: string, reason: string): Promise<number> {
  const text = await (await fetch(`${api.url}/metrics`)).text();
  const row = new RegExp(`^${name}\\{[^}]*reason="${reason}"[^}]*\\} (\\d+)$`, 'm').exec(text);
  return Number(row?.[1] ?? Number.NaN);
}

describe('a flood of connections', () => {
  it('of one address is refused with a status and a time, and others come in', async () => {
    const taken: Upgraded[] = [];
    for (let i = 0; i < PER_ADDRESS; i += 1) taken.push(await upgrade(api.url, '203.0.113.5'));
    expect(taken.map(({ status }) => status)).toEqual(taken.map(() => 101));
    const refused = await upgrade(api.url, '203.0.113.5');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(await metric('trove_refused_connections_total', 'address_full')).toBe(1);
    const other = await upgrade(api.url, '203.0.113.6');
    expect(other.status).toBe(101);
    for (const one of [...taken, other]) one.close();
    await vi.waitFor(async () => {
      const again = await upgrade(api.url, '203.0.113.5');
      again.close();
      expect(again.status).toBe(101);
    }, WITHIN);
  });

  it('gets no place without a token, in no namespace', async () => {
    for (const path of ['/', '/play', '/admin']) {
      const options = { transports: ['websocket'], reconnection: false, forceNew: true };
      const socket = io(`${api.url}${path}`, options);
      const [error] = await once(socket as never, 'connect_error');
      expect((error as Error).message, path).toMatch(/namespace|token_missing/);
      socket.disconnect();
    }
  });

  it('is told what is wrong with its handshake, and not that its token is', async () => {
    const token = await playerToken({ hunt: HUNT, player: 'ada', team: 'team-ada' });
    for (const [auth, code, path] of [
      [{ token, last: 'x' }, 'malformed', 'auth.last'],
      [{ token, last: [{ epoch: 'x' }] }, 'malformed', 'auth.last.0'],
      [{ token: 7, last: 'x' }, 'token_missing', undefined],
    ] as const) {
      const options = { transports: ['websocket'], reconnection: false, forceNew: true, auth };
      const socket = io(`${api.url}/play`, options);
      const [error] = await once(socket as never, 'connect_error');
      const { data } = error as Error & { data: { code: string; path?: string } };
      expect([data.code, data.path?.replace(/(last\.0).*/, '$1')]).toEqual([code, path]);
      socket.disconnect();
    }
  });
});

/** A connected player. */
async function player(name: string, more: { hunt?: string; seconds?: number } = {}) {
  const of = { hunt: HUNT, player: name, team: `team-${name}`, ...more };
  const token = await playerToken(of);
  const { socket, welcome } = await connectPlay(api.url, { token });
  expect(welcome).toBeDefined();
  return { socket, token, source: sourceOf(of), ...of };
}

describe('a token', () => {
  it('of another hunt opens nothing of this one, and no socket changes its player', async () => {
    const ada = await player('ada');
    const stranger = await player('eve', { hunt: OTHER_HUNT });
    const query = { hunt: HUNT, team: ada.team };
    for (const message of ['state:get', 'recommendations:get']) {
      const { error } = await stranger.socket.emitWithAck(message, query);
      expect(error.code, message).toMatch(/^(hunt_not_allowed|other_team)$/);
    }
    const board = await stranger.socket.emitWithAck('board:get', { hunt: HUNT });
    expect(board.error.code).toBe('hunt_not_allowed');
    const event = packetEvent('CLOCK', { player: 'eve', team: ada.team });
    const sent = await stranger.socket.emitWithAck('events:send', packet([event], stranger.source));
    expect(sent).toMatchObject({ acks: ['invalid'] });
    const forged = await stranger.socket.emitWithAck('events:send', packet([event], ada.source));
    expect(forged).toMatchObject({ ok: false, error: { code: 'other_source' } });
    const swap = await stranger.socket.emitWithAck('token:refresh', { token: ada.token });
    expect(swap).toMatchObject({ ok: false, error: { code: 'other_team' } });
    for (const { socket } of [ada, stranger]) socket.disconnect();
  });

  it('for refreshing lets nobody in, and one that is let in refreshes nothing', async () => {
    const join = { code: 'open-sesame', playerId: randomUUID() };
    const { body } = await call(api.url, `POST /v1/hunts/${HUNT}/join`, {
      body: JSON.stringify(join),
    });
    const { refreshToken, token } = body as Record<string, string>;
    const { refused } = await connectPlay(api.url, { token: refreshToken });
    expect(refused).toMatchObject({ code: 'token_invalid' });
    const options = { body: JSON.stringify({ refreshToken: token }) };
    expect((await call(api.url, 'POST /v1/token/refresh', options)).status).toBe(401);
  });

  it('that runs out closes its socket with the reason, unless a fresh one has come', async () => {
    const late = await player('late', { seconds: 2 });
    const fresh = await player('fresh', { seconds: 2 });
    const token = await playerToken({ hunt: HUNT, player: 'fresh', team: 'team-fresh' });
    expect(await fresh.socket.emitWithAck('token:refresh', { token })).toMatchObject({ ok: true });
    const closed = once(late.socket as never, 'disconnect');
    const [bye] = await once(late.socket as never, 'bye');
    expect(bye).toMatchObject({ reason: 'token_expired' });
    const [why] = await closed;
    expect(why).toBe('transport close');
    expect(await fresh.socket.emitWithAck('board:get', { hunt: HUNT })).toMatchObject({ ok: true });
    expect(await metric('trove_closed_sockets_total', 'token_expired')).toBe(1);
    fresh.socket.disconnect();
  });

  it('that is a key and was taken back closes its socket with the reason', async () => {
    const key = `trove_${randomUUID().replaceAll('-', '')}`;
    const id = randomUUID();
    await keyStore(db).add({
      id,
      name: 'a server',
      prefix: key.slice(0, 12),
      digest: createHash('sha256').update(key).digest('hex'),
      source: '/servers/one',
      hunts: ['*'],
      may: ['send'],
      createdBy: 'ada@example.org',
    });
    const { socket, welcome } = await connectPlay(api.url, { token: key });
    expect(welcome).toBeDefined();
    const bye = once(socket as never, 'bye');
    await keyStore(db).revoke(id, 'ada@example.org');
    expect(await bye).toMatchObject([{ reason: 'token_revoked' }]);
  });
});

describe('too much', () => {
  it('of a player is told so with a time, over all its sockets, and passes later', async () => {
    const [one, two] = [await player('busy'), await player('busy')];
    const events = () =>
      Array.from({ length: 500 }, () => packetEvent('NO', { player: 'busy', team: one.team }));
    const first = await one.socket.emitWithAck('events:send', packet(events(), one.source));
    expect(first.acks.every((ack: string) => ack === 'appended')).toBe(true);
    const [event] = events();
    const more = packet(events().slice(0, 50), two.source);
    const second = await two.socket.emitWithAck('events:send', more);
    expect(second).toMatchObject({ ok: true, retryAfterMs: expect.any(Number) });
    expect(new Set(second.acks)).toEqual(new Set(['rate_limited']));
    expect(second.errors[0]).toMatchObject({ code: 'rate_limited', detail: /one player/ });
    const other = await player('calm');
    const calm = { ...event, player: 'calm', team: other.team };
    const reply = await other.socket.emitWithAck('events:send', packet([calm], other.source));
    expect(reply.acks).toEqual(['appended']);
    await vi.waitFor(async () => {
      const again = await two.socket.emitWithAck('events:send', more);
      expect(again.acks[0]).toBe('appended');
    }, WITHIN);
    for (const { socket } of [one, two, other]) socket.disconnect();
  });

  it('of a player’s questions is told so with a time, over its socket and HTTP', async () => {
    const asker = await player('asker');
    const path = `GET /v1/hunts/${HUNT}/board`;
    let refused: Record<string, unknown> | undefined;
    for (let i = 0; refused === undefined && i < MOST_QUESTIONS; i += 1) {
      const { status, body } = await call(api.url, path, { token: asker.token });
      if (status !== 200) refused = { status, ...body };
    }
    expect(refused).toMatchObject({ status: 429, code: 'rate_limited' });
    expect(refused?.['retryAfterMs']).toBeGreaterThan(0);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => asker.socket.emitWithAck('board:get', { hunt: HUNT })),
    );
    expect(answers.filter(({ ok }) => !ok)[0]?.error).toMatchObject({ code: 'rate_limited' });
    expect((await call(api.url, path, { token: api.token })).status).toBe(200);
    asker.socket.disconnect();
  });

  it('of a hunt is told to a server too, with a time, and not of another hunt', async () => {
    const send = async (hunt: string, count: number) => {
      const events = Array.from({ length: count }, () => cloudEvent('NO', { hunt }));
      const type = 'application/cloudevents-batch+json';
      const options = { token: api.token, type, body: JSON.stringify(events) };
      return await call(api.url, 'POST /v1/events', options);
    };
    const replies = await Promise.all(Array.from({ length: 12 }, () => send(HUNT, 500)));
    const limited = replies.filter(({ status }) => status === 429);
    expect(limited.length).toBeGreaterThan(0);
    for (const { body } of limited) {
      expect(body).toMatchObject({ retryAfterMs: expect.any(Number) });
      expect(body['errors']).toMatchObject({ 0: { code: 'rate_limited', detail: /one hunt/ } });
    }
    expect((await send(OTHER_HUNT, 500)).status).toBe(202);
  });
});
