/** What to try next: in results, on request over the socket and over HTTP, and counted. */
import { randomUUID } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, call, connectPlay, openApi, packet, packetEvent } from './installation.js';

const SLUG = 'next-hunt';
const place = (id: string, lon: number) => {
  return { id, title: id, points: 1, find: { place: { id, lat: 0, lon } } };
};
const FILE = {
  trove: 1,
  slug: SLUG,
  title: 'What next',
  joinCode: 'NEXT',
  clues: [
    place('quay', 0),
    place('mast', 0.001),
    place('dock', 0.002),
    place('fort', 0.003),
    { ...place('crypt', 0.0001), requires: { all: ['fort'] } },
  ],
};

let api: Api;
beforeAll(async () => {
  api = await openApi(12);
  const body = JSON.stringify(FILE);
  await call(api.url, `PUT /v1/hunts/${SLUG}`, { token: api.token, body });
});
afterAll(() => api.close());

interface Player {
  readonly socket: Socket;
  readonly token: string;
  /** Visits a place and gives the result. */
  visit(place: string): Promise<Record<string, unknown>>;
}

async function join(team: string): Promise<Player> {
  const playerId = randomUUID();
  const body = JSON.stringify({ code: 'NEXT', playerId, teamName: team });
  const joined = await call(api.url, `POST /v1/hunts/${SLUG}/join`, { body });
  const { token, source } = joined.body as { token: string; source: string };
  const { socket } = await connectPlay(api.url, { token });
  return {
    socket,
    token,
    async visit(id) {
      const data = { place: id, lat: 0, lon: 0 };
      const more = { hunt: SLUG, player: playerId, team, type: 'place.visited.v1', data };
      const event = packetEvent('', more);
      const result = new Promise<Record<string, unknown>>((resolve) => {
        socket.on('results', (push: { results: Record<string, unknown>[] }) => {
          const found = push.results.find((one) => one['id'] === event.id);
          if (found !== undefined) resolve(found);
        });
      });
      await socket.emitWithAck('events:send', packet([event], source));
      return await result;
    },
  };
}

/** A counter of a process, summed by its kind. */
async function counted(port: number, kind: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const line = new RegExp(`^trove_recommendations_total\\{kind="${kind}".*\\} (\\d+)$`, 'm');
  return Number(line.exec(text)?.[1] ?? 0);
}

describe('what to try next', () => {
  it('comes with a solve, by request and over HTTP, the same each time', async () => {
    const { socket, token, visit } = await join('herons');
    const { next, verdict } = await visit('quay');
    expect(verdict).toBe('solved');
    // Nobody else has played: only distance speaks, and no other clue could stand there.
    const plain = { wentNext: 0, popularity: 0, reason: 'near', chance: 0.6, probability: 1 };
    expect(next).toEqual([
      { clue: 'mast', distanceM: 111, walkMinutes: 2, ...plain },
      { clue: 'dock', distanceM: 222, walkMinutes: 3, ...plain },
      { clue: 'fort', distanceM: 334, walkMinutes: 5, ...plain },
    ]);
    expect((await visit('quay'))['next']).toBeUndefined();
    const reply = await socket.emitWithAck('recommendations:get', { hunt: SLUG, team: 'herons' });
    expect(reply).toMatchObject({ ok: true, recommendations: { team: 'herons', hunt: SLUG } });
    expect(reply.recommendations.suggestions).toEqual(next);
    const path = `GET /v1/hunts/${SLUG}/teams/herons/recommendations`;
    const { status, body } = await call(api.url, path, { token });
    expect([status, body['suggestions']]).toEqual([200, next]);
    socket.disconnect();
  });

  it('is nobody else’s to read, and says so', async () => {
    const { socket, token } = await join('otters');
    const other = await socket.emitWithAck('recommendations:get', { hunt: SLUG, team: 'herons' });
    expect(other).toMatchObject({ ok: false, error: { code: 'other_team' } });
    const malformed = await socket.emitWithAck('recommendations:get', { hunt: SLUG });
    expect(malformed).toMatchObject({ ok: false, error: { code: 'malformed' } });
    const path = `GET /v1/hunts/${SLUG}/teams/herons/recommendations`;
    expect((await call(api.url, path, { token })).status).toBe(403);
    expect((await call(api.url, path)).status).toBe(401);
    socket.disconnect();
  });

  it('is counted when it is followed', async () => {
    const { socket, visit } = await join('lynxes');
    await visit('mast');
    const before = await counted(api.worker.port, 'followed');
    await visit('quay');
    await expect.poll(() => counted(api.worker.port, 'followed')).toBe(before + 1);
    await visit('fort');
    await expect.poll(() => counted(api.worker.port, 'followed')).toBe(before + 2);
    const reply = await socket.emitWithAck('recommendations:get', { hunt: SLUG, team: 'lynxes' });
    const clues = reply.recommendations.suggestions.map(({ clue }: { clue: string }) => clue);
    expect(clues.sort()).toEqual(['crypt', 'dock']);
    socket.disconnect();
  });

  it('is counted when a request told it, to a team that has done nothing yet', async () => {
    const { socket, visit } = await join('foxes');
    const before = await counted(api.worker.port, 'followed');
    const told = await counted(api.door.port, 'get');
    const reply = await socket.emitWithAck('recommendations:get', { hunt: SLUG, team: 'foxes' });
    const suggestions = reply.recommendations.suggestions as { clue: string }[];
    const [first] = suggestions;
    await expect.poll(() => counted(api.door.port, 'get')).toBe(told + suggestions.length);
    await visit(first?.clue ?? '');
    await expect.poll(() => counted(api.worker.port, 'followed')).toBe(before + 1);
    socket.disconnect();
  });
});
