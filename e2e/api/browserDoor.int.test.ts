/** What browsers and binary clients need of the door: frames of msgpack, beacons, other origins. */
import { randomUUID } from 'node:crypto';
import { createPlayer, createSource, joinHunt, type Session } from '@trove/player-sdk';
import { msgpackFrames } from '@trove/player-sdk/msgpack';
import { connectRedis, DEFAULT_KEYS, globalKeys } from '@trove/streams';
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
  SOURCE,
} from './installation.js';

let api: Api;
beforeAll(async () => {
  api = await openApi(14);
});
afterAll(() => api.close());

const join = (): Promise<Session> => {
  const player = { hunt: HUNT, code: 'open-sesame', playerId: randomUUID() };
  return joinHunt({ url: api.url, ...player });
};

describe('binary frames', () => {
  it('are judged as JSON is, from a player and from a source', async () => {
    const session = await join();
    const player = await createPlayer({ url: api.url, session, frames: msgpackFrames });
    const sent = player.send('code.scanned.v1', { code: 'CLOCK' });
    expect(sent.ok && (await sent.acked).ack).toBe('appended');
    expect(sent.ok && (await sent.result)).toMatchObject({ verdict: 'solved', points: 20 });
    player.close();
    const { url, token } = api;
    const source = createSource({ url, token, source: SOURCE, frames: msgpackFrames });
    const settled = new Promise<readonly string[]>((resolve) => {
      source.on('settled', (events) => resolve(events.map(({ ack }) => ack)));
    });
    const events = [packetEvent('CLOCK', { team: 'frames' }), packetEvent('CLOCK', { hunt: 'no' })];
    source.send(events as never);
    expect(await settled).toEqual(['appended', 'invalid']);
    source.close();
  });

  it('that can’t be read are refused with a code and kept; the socket goes on', async () => {
    const { socket } = await connectPlay(api.url, { token: api.token });
    const deep = Buffer.concat([Buffer.alloc(100_000, 0x91), Buffer.of(1)]);
    const huge = Buffer.of(0xdd, 0xff, 0xff, 0xff, 0xff);
    for (const frame of [deep, huge, Buffer.of(0xc1), Buffer.alloc(0)]) {
      const reply = await socket.emitWithAck('events:send', frame);
      expect(reply).toMatchObject({ ok: false, error: { code: 'malformed' } });
    }
    const wrongShape = msgpackFrames.encode({ hello: ['world'] } as never);
    const shaped = await socket.emitWithAck('events:send', wrongShape);
    expect(shaped).toMatchObject({ ok: false, error: { code: 'malformed' } });
    const redis = connectRedis(api.redisUrl, { name: 'frames-test' });
    const kept = await redis.xrevrange(globalKeys(DEFAULT_KEYS).quarantine, '+', '-', 'COUNT', 5);
    redis.disconnect();
    expect(JSON.stringify(kept)).toContain('msgpack as base64');
    const good = packet([packetEvent('CLOCK', { team: 'after' })]);
    expect(await socket.emitWithAck('events:send', good)).toMatchObject({ acks: ['appended'] });
    socket.disconnect();
  });

  it('come one with a packet: more attachments close the socket', async () => {
    const { socket } = await connectPlay(api.url, { token: api.token });
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    socket.emit('events:send', Buffer.of(1), Buffer.of(2));
    expect(await closed).toBeTruthy();
  });
});

describe('a beacon', () => {
  const post = (form: Record<string, string>) => {
    const type = 'application/x-www-form-urlencoded;charset=UTF-8';
    return call(api.url, 'POST /v1/events', { body: String(new URLSearchParams(form)), type });
  };

  it('delivers what a page left behind, and the resend counts nothing twice', async () => {
    const { token, source, player, team } = await join();
    const event = cloudEvent('CLOCK', { source, player, team });
    const form = { access_token: token, events: JSON.stringify([event]) };
    const first = await post(form);
    expect(first.body).toMatchObject({ ok: true, acks: ['appended'] });
    const path = `GET /v1/events/${event.id}`;
    await call(api.url, path, { token, prefer: 'wait=5' });
    const options = { token, body: JSON.stringify(event), prefer: 'wait=5' };
    const again = await call(api.url, 'POST /v1/events', options);
    expect(again.body['results']).toMatchObject([{ outcome: 'duplicate' }]);
    const { body } = await call(api.url, path, { token });
    expect(body).toMatchObject({ outcome: 'accepted', score: 20 });
  });

  it('without a token, or without events, is refused', async () => {
    expect((await post({ events: '[]' })).status).toBe(401);
    expect((await post({ access_token: 'forged', events: '[]' })).status).toBe(401);
    const torn = await post({ access_token: api.token, events: '[{' });
    expect(torn).toMatchObject({ status: 400, body: { code: 'malformed' } });
  });
});

it('answers pages of any origin below /v1, and nothing else', async () => {
  const ask = (path: string, init: RequestInit) => fetch(new URL(path, api.url), init);
  const origin = 'https://play.example.org';
  const preflight = await ask('/v1/events', {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
  expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
  const metrics = await ask('/metrics', { headers: { origin } });
  expect(metrics.headers.get('access-control-allow-origin')).toBeNull();
});
