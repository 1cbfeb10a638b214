/**
 * A phone that has stopped reading, in a team that gets results without end: its socket is closed
 * with the reason, its team-mate misses nothing, and when it is back it goes on from where it was.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Api, call, cloudEvent, connectPlay, HUNT, openApi } from './installation.js';
import { playerToken } from './playerToken.js';

const TEAM = 'herons';
const WITHIN = { timeout: 30_000, interval: 20 };
/** More than what two kernels and the door buffer for a connection. */
const MOST_ROUNDS = 200;
const BATCHES_AT_ONCE = 6;
const PER_BATCH = 500;

let api: Api;
beforeAll(async () => {
  api = await openApi(8);
});
afterAll(() => api.close());

interface Push {
  readonly partition: number;
  readonly epoch: number;
  readonly offset: number;
  readonly results: readonly { readonly id: string }[];
}

async function closedAsSlow(): Promise<number> {
  const text = await (await fetch(`${api.url}/metrics`)).text();
  const row = /^trove_closed_sockets_total\{[^}]*reason="too_slow"[^}]*\} (\d+)$/m.exec(text);
  return Number(row?.[1]);
}

/** Results for the team, decided. */
async function play(): Promise<string[]> {
  const events = Array.from({ length: PER_BATCH }, () => cloudEvent('NO', { team: TEAM }));
  const type = 'application/cloudevents-batch+json';
  const options = { token: api.token, type, body: JSON.stringify(events), prefer: 'wait=10' };
  const reply = await call(api.url, 'POST /v1/events', options);
  expect(reply.status).toBe(200);
  return events.map(({ id }) => id);
}

/** What Engine.IO's client has under it in Node. */
interface Pausable {
  readonly transport: { readonly ws: { pause(): void; resume(): void } };
}

/** A socket that has been welcomed and reads no more until it is woken. */
async function sleeper(token: string) {
  const { socket } = await connectPlay(api.url, { token });
  const pushes: Push[] = [];
  const byes: unknown[] = [];
  socket.on('results', (push: Push) => pushes.push(push));
  socket.on('bye', (bye: unknown) => byes.push(bye));
  const { ws } = (socket.io.engine as unknown as Pausable).transport;
  ws.pause();
  const closed = new Promise((resolve) => socket.once('disconnect', resolve));
  return { pushes, byes, closed, wake: () => ws.resume() };
}

describe('a phone that does not read', () => {
  it('is closed with the reason, holds up nobody, and resumes by its offset', async () => {
    const slow = await sleeper(await playerToken({ hunt: HUNT, player: 'slow', team: TEAM }));
    const token = await playerToken({ hunt: HUNT, player: 'fast', team: TEAM });
    const fast = await connectPlay(api.url, { token });
    const heard: string[] = [];
    fast.socket.on('results', ({ results }: Push) => heard.push(...results.map(({ id }) => id)));
    const sent: string[] = [];
    for (let i = 0; (await closedAsSlow()) === 0; i += 1) {
      expect(i).toBeLessThan(MOST_ROUNDS);
      const batches = await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, play));
      sent.push(...batches.flat());
    }
    slow.wake();
    expect(await slow.closed).toBe('transport close');
    // Batches that are sent at once come to the log in any order; who reads hears that one.
    await vi.waitFor(() => expect(heard).toHaveLength(sent.length), WITHIN);
    expect(new Set(heard)).toEqual(new Set(sent));
    expect(slow.byes).toMatchObject([{ reason: 'too_slow' }]);
    const had = slow.pushes.flatMap(({ results }) => results.map(({ id }) => id));
    expect(had).toEqual(heard.slice(0, had.length));
    const { partition, epoch, offset } = slow.pushes.at(-1) as Push;
    const again = await connectPlay(api.url, { token, last: [{ partition, epoch, offset }] });
    expect(again.welcome).toMatchObject({ recovered: true });
    const missed = heard.slice(had.length);
    if (missed.length > 0) {
      const { results } = (await again.firstResults) as unknown as Push;
      expect(results[0]?.id).toBe(missed[0]);
    }
    for (const { socket } of [fast, again]) socket.disconnect();
  });
});
