/** The SDK's queue through cuts and restarts: everything arrives, in order, and counts once. */
import { randomUUID } from 'node:crypto';
import {
  createPlayer,
  joinHunt,
  memoryStore,
  type Player,
  type PlayerStore,
  type Session,
} from '@trove/player-sdk';
import { createFaultyProxy, type FaultyProxy } from '@trove/testkit';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Api, call, HUNT, openApi } from './installation.js';

let api: Api;
let proxy: FaultyProxy;
beforeAll(async () => {
  api = await openApi(6);
  proxy = await createFaultyProxy({ host: '127.0.0.1', port: Number(new URL(api.url).port) });
});
afterAll(async () => {
  await proxy.close();
  await api.close();
});

let session: Session;
let store: PlayerStore;
beforeEach(async () => {
  proxy.mend();
  store = memoryStore();
  session = await joinHunt({
    url: api.url,
    hunt: HUNT,
    code: 'open-sesame',
    playerId: randomUUID(),
  });
});

const open = (): Promise<Player> => {
  return createPlayer({ url: `http://127.0.0.1:${proxy.port}`, session, store });
};
const scan = (player: Player, code: string) => {
  const sent = player.send('code.scanned.v1', { code });
  if (!sent.ok) throw new Error(sent.reason);
  return sent.id;
};
const statusOf = async (id: string) => {
  const options = { token: session.token, prefer: 'wait=5' };
  return (await call(api.url, `GET /v1/events/${id}`, options)).body;
};

it('works without a network from its start, and across restarts of the app', async () => {
  proxy.cut();
  const first = await open();
  expect(first.connection).toBe('connecting');
  const ids = [scan(first, 'CLOCK'), scan(first, 'NOPE')];
  await expect.poll(() => first.connection).toBe('offline');
  expect(await first.flush(50)).toBe(2);
  first.close();
  const second = await open();
  expect([second.pending, second.isKept]).toEqual([2, true]);
  ids.push(scan(second, 'CLOCK'));
  proxy.mend();
  second.wake();
  expect(await second.flush(30_000)).toBe(0);
  expect(second.connection).toBe('live');
  const statuses = await Promise.all(ids.map(statusOf));
  expect(statuses).toMatchObject([
    { outcome: 'accepted', verdict: 'solved', points: 20 },
    { outcome: 'accepted', verdict: 'no_clue' },
    { outcome: 'accepted', verdict: 'already_solved' },
  ]);
  const states: string[] = [];
  second.on('connection', (state) => states.push(state));
  second.close();
  expect(states).toEqual(['closed']);
  const third = await open();
  expect(third.pending).toBe(0);
  third.close();
});

it('sends nothing of another tab’s while both are open', async () => {
  proxy.cut();
  const [one, two] = [await open(), await open()];
  const ids = [scan(one, 'CLOCK'), scan(two, 'NOPE')];
  const third = await open();
  expect([one.pending, two.pending, third.pending]).toEqual([1, 1, 0]);
  proxy.mend();
  for (const player of [one, two, third]) player.wake();
  expect(await Promise.all([one.flush(30_000), two.flush(30_000)])).toEqual([0, 0]);
  for (const id of ids) expect(await statusOf(id)).toMatchObject({ outcome: 'accepted' });
  for (const player of [one, two, third]) player.close();
});

it('says full when it is full, counts how often, and forgets nothing', async () => {
  proxy.cut();
  const player = await open();
  for (let i = 0; i < 1_000; i += 1) scan(player, 'NOPE');
  expect(player.send('code.scanned.v1', { code: 'CLOCK' })).toEqual({ ok: false, reason: 'full' });
  expect([player.pending, player.timesFull]).toEqual([1_000, 1]);
  player.close();
  const next = await open();
  expect(next.pending).toBe(1_000);
  next.close();
});

it('tells of a kept event that no frame can carry, and sends what is behind it', async () => {
  proxy.cut();
  const before = await open();
  const ids = [scan(before, 'CLOCK'), scan(before, 'NOPE')];
  expect(before.send('code.scanned.v1', { code: 'C'.repeat(300_000) })).toEqual({
    ok: false,
    reason: 'too_large',
  });
  before.close();
  const [name = ''] = await store.names();
  const kept = JSON.parse((await store.read(name)) ?? '{}');
  const giant = { ...kept.events[0], id: crypto.randomUUID(), data: { code: 'C'.repeat(300_000) } };
  await store.write(name, JSON.stringify({ ...kept, events: [giant, ...kept.events] }));
  const after = await open();
  const refused: unknown[] = [];
  after.on('settled', (settled) => {
    refused.push(...settled.filter(({ ack }) => ack !== 'appended').map(({ event }) => event.id));
  });
  proxy.mend();
  after.wake();
  expect(await after.flush(30_000)).toBe(0);
  for (const id of ids) expect(await statusWhenSent(id)).toMatchObject({ outcome: 'accepted' });
  expect(refused).toEqual([giant.id]);
  after.close();
});

it('takes over what another tab left behind when it is connected', async () => {
  const stays = await open();
  proxy.cut();
  await expect.poll(() => stays.connection).toBe('offline');
  const goes = await open();
  const id = scan(goes, 'CLOCK');
  goes.close();
  proxy.mend();
  stays.wake();
  const status = await statusWhenSent(id);
  expect(status).toMatchObject({ outcome: 'accepted', verdict: 'solved' });
  await expect.poll(async () => (await store.names()).length).toBe(1);
  stays.close();
});

async function statusWhenSent(id: string) {
  await expect.poll(async () => (await statusOf(id))['status']).toBe('decided');
  return await statusOf(id);
}
