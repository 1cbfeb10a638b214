/** A player's whole walk through the API, over sockets and over HTTP, with the same outcomes. */
import { randomUUID } from 'node:crypto';
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
  api = await openApi(10);
});
afterAll(() => api.close());

const join = (more: Record<string, unknown> = {}) => {
  const body = JSON.stringify({ code: 'open-sesame', playerId: randomUUID(), ...more });
  return call(api.url, `POST /v1/hunts/${HUNT}/join`, { body });
};

/** The next push of this name. */
function next(
  socket: { once(name: string, listen: (value: never) => void): unknown },
  name: string,
) {
  return new Promise<Record<string, never>>((resolve) => socket.once(name, resolve));
}

describe('a player', () => {
  it('joins once however often it asks, sends, and gets its result and the board', async () => {
    const playerId = randomUUID();
    const first = await join({ playerId, teamName: 'Otters' });
    const again = await join({ playerId });
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toMatchObject({ team: 'otters', player: playerId });
    const { token, source } = first.body as { token: string; source: string };
    const { socket, welcome } = await connectPlay(api.url, { token });
    expect(welcome).toMatchObject({ tier: 'disk', recovered: true });
    const event = packetEvent('CLOCK', { player: playerId, team: 'otters' });
    const [pushed, board] = [next(socket, 'results'), next(socket, 'board')];
    const reply = await socket.emitWithAck('events:send', packet([event], source));
    expect(reply).toMatchObject({ ok: true, acks: ['appended'] });
    const { results } = await pushed;
    expect(results).toMatchObject([
      { id: event.id, outcome: 'accepted', verdict: 'solved', points: 20, score: 20, version: 1 },
    ]);
    expect((await board)['rows']).toContainEqual({
      rank: 1,
      team: 'otters',
      name: 'Otters',
      score: 20,
    });
    const state = await socket.emitWithAck('state:get', { hunt: HUNT, team: 'otters' });
    expect(state.state).toMatchObject({ score: 20, clues: [{ status: 'solved' }, {}] });
    socket.disconnect();
  });

  it('is told of its duplicate, and of another team that it may not speak for', async () => {
    const { body } = await join({ teamName: 'Lynxes' });
    const { token, source, player } = body as Record<string, string>;
    const { socket } = await connectPlay(api.url, { token });
    const event = packetEvent('CLOCK', { player, team: 'lynxes' });
    const outcomes: unknown[] = [];
    const both = new Promise<void>((resolve) => {
      socket.on('results', (push: { results: { outcome: string }[] }) => {
        outcomes.push(...push.results.map(({ outcome }) => outcome));
        if (outcomes.length === 2) resolve();
      });
    });
    await socket.emitWithAck('events:send', packet([event], source));
    await socket.emitWithAck('events:send', packet([event], source));
    await both;
    expect(outcomes).toEqual(['accepted', 'duplicate']);
    const other = packetEvent('CLOCK', { player, team: 'herons' });
    const refused = await socket.emitWithAck('events:send', packet([other], source));
    expect(refused).toMatchObject({ acks: ['invalid'], errors: { 0: { code: 'other_team' } } });
    socket.disconnect();
  });

  it('gets what it missed, or is told that it can’t have it', async () => {
    const { body } = await join({ teamName: 'Foxes' });
    const { token, source, player } = body as Record<string, string>;
    const first = await connectPlay(api.url, { token });
    const offsets = first.welcome?.['offsets'] as { epoch: number; offset: number }[];
    first.socket.disconnect();
    const event = cloudEvent('CLOCK', { source, player, team: 'foxes' });
    const options = { token, body: JSON.stringify(event), prefer: 'wait=5' };
    await call(api.url, 'POST /v1/events', options);
    const { socket, welcome, firstResults } = await connectPlay(api.url, { token, last: offsets });
    expect(welcome).toMatchObject({ recovered: true });
    expect((await firstResults)['results']).toMatchObject([{ id: event.id, outcome: 'accepted' }]);
    socket.disconnect();
    const last = [{ ...offsets[0], epoch: 1 }];
    const lost = await connectPlay(api.url, { token, last });
    expect(lost.welcome).toMatchObject({ recovered: false });
    lost.socket.disconnect();
  });

  it('refreshes its token', async () => {
    const { body } = await join();
    const { refreshToken, token } = body as Record<string, string>;
    const options = { body: JSON.stringify({ refreshToken }) };
    const fresh = await call(api.url, 'POST /v1/token/refresh', options);
    expect(fresh.status).toBe(200);
    const again = { body: JSON.stringify({ refreshToken: fresh.body['refreshToken'] }) };
    expect((await call(api.url, 'POST /v1/token/refresh', again)).status).toBe(200);
    const { socket } = await connectPlay(api.url, { token });
    const reply = await socket.emitWithAck('token:refresh', { token: fresh.body['token'] });
    expect(reply).toMatchObject({ ok: true });
    socket.disconnect();
    const wrong = { body: JSON.stringify({ refreshToken: token }) };
    expect((await call(api.url, 'POST /v1/token/refresh', wrong)).status).toBe(401);
  });
});

describe('a source', () => {
  it('is judged in the order of its packets, whatever else one of them carries', async () => {
    const hunt = 'in-order';
    const clues = [
      { id: 'first', title: 'First', points: 1, find: { code: 'FIRST' } },
      {
        id: 'then',
        title: 'Then',
        points: 1,
        requires: { all: ['first'] },
        find: { code: 'THEN' },
      },
    ];
    const file = JSON.stringify({ trove: 1, slug: hunt, title: 'In order', clues });
    const put = await call(api.url, `PUT /v1/hunts/${hunt}`, { token: api.token, body: file });
    expect(put.status).toBe(201);
    const { socket } = await connectPlay(api.url, { token: api.token });
    const verdicts: string[] = [];
    const judged = new Promise<void>((resolve) => {
      socket.on('results', (push: { results: { verdict: string }[] }) => {
        verdicts.push(...push.results.map(({ verdict }) => verdict));
        if (verdicts.length === 2) resolve();
      });
    });
    // Each hunt that nobody knows is looked up in Redis: time enough to be overtaken.
    const unknown = Array.from({ length: 10 }, (_, k) => packetEvent('X', { hunt: `none-${k}` }));
    const one = packet([packetEvent('FIRST', { hunt }), 42, ...unknown]);
    const two = packet([packetEvent('THEN', { hunt })]);
    const [first, second] = await Promise.all([
      socket.emitWithAck('events:send', one),
      socket.emitWithAck('events:send', two),
    ]);
    expect(first.acks).toEqual(['appended', 'invalid', ...unknown.map(() => 'invalid')]);
    expect(second).toMatchObject({ acks: ['appended'] });
    await judged;
    expect(verdicts).toEqual(['solved', 'solved']);
    socket.disconnect();
  });
});

describe('HTTP', () => {
  it('takes one event and a batch, and waits for outcomes when asked', async () => {
    const one = cloudEvent('CLOCK', { team: 'http-1' });
    const type = 'application/cloudevents+json';
    const single = { token: api.token, type, body: JSON.stringify(one) };
    expect((await call(api.url, 'POST /v1/events', single)).status).toBe(202);
    const batch = [cloudEvent('CLOCK', { team: 'http-2' }), cloudEvent('NOPE', { team: 'http-2' })];
    const reply = await call(api.url, 'POST /v1/events', {
      token: api.token,
      type: 'application/cloudevents-batch+json',
      body: JSON.stringify(batch),
      prefer: 'wait=5',
    });
    expect(reply.status).toBe(200);
    expect(reply.body['results']).toMatchObject([
      { status: 'decided', id: batch[0]?.id, outcome: 'accepted', verdict: 'solved' },
      { status: 'decided', id: batch[1]?.id, outcome: 'accepted', verdict: 'no_clue' },
    ]);
    const path = `/v1/events/${one.id}?hunt=${HUNT}`;
    const status = await call(api.url, `GET ${path}`, { token: api.token, prefer: 'wait=5' });
    expect(status.body).toMatchObject({ status: 'decided', outcome: 'accepted', points: 20 });
    const unknown = `/v1/events/${cloudEvent('X').id}`;
    const missing = await call(api.url, `GET ${unknown}`, { token: api.token });
    expect(missing.body).toMatchObject({ status: 'unknown' });
  });

  it('publishes a second version without a restart, and says which version judged', async () => {
    const file = await call(api.url, `GET /v1/hunts/${HUNT}/definition`, { token: api.token });
    const definition = file.body['definition'] as { clues: unknown[] };
    const clues = [
      ...definition.clues,
      { id: 'new', title: 'N', points: 1, find: { code: 'NEW' } },
    ];
    const body = JSON.stringify({ ...definition, clues });
    const options = { token: api.token, body, type: 'application/yaml' };
    const published = await call(api.url, `PUT /v1/hunts/${HUNT}`, options);
    expect(published.body).toMatchObject({ version: 2, published: true });
    const again = await call(api.url, `PUT /v1/hunts/${HUNT}`, options);
    expect(again.body).toMatchObject({ version: 2, published: false });
    const event = cloudEvent('NEW', { team: 'http-3' });
    const send = { token: api.token, body: JSON.stringify(event), prefer: 'wait=5' };
    const reply = await call(api.url, 'POST /v1/events', send);
    expect(reply.body['results']).toMatchObject([{ verdict: 'solved', version: 2 }]);
  });

  it('pauses a hunt and lets it go on', async () => {
    const phase = (phase: string) => {
      const options = { token: api.token, body: JSON.stringify({ phase }) };
      return call(api.url, `POST /v1/hunts/${HUNT}/phase`, options);
    };
    const verdict = async (team: string) => {
      const body = JSON.stringify(cloudEvent('CLOCK', { team }));
      const options = { token: api.token, body, prefer: 'wait=5' };
      const reply = await call(api.url, 'POST /v1/events', options);
      return (reply.body['results'] as { verdict: string }[])[0]?.verdict;
    };
    expect((await phase('paused')).status).toBe(200);
    expect(await verdict('phase-1')).toBe('closed');
    await phase('live');
    expect(await verdict('phase-1')).toBe('solved');
  });
});
