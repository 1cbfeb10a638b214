/** Reports of labelled senders: who may tell, what is refused, and that each counts once. */
import { randomUUID } from 'node:crypto';
import { connectRedis, readMetrics, type TroveRedis } from '@trove/streams';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Api, call, cloudEvent, HUNT, openApi } from './installation.js';

const DATABASE = 13;
const FRAMES = { timeout: 10_000, interval: 100 };

let api: Api;
let redis: TroveRedis;
beforeAll(async () => {
  api = await openApi(DATABASE);
  const url = `${(process.env['TEST_REDIS_URL'] ?? '').replace(/\/\d*$/, '')}/${DATABASE}`;
  redis = connectRedis(url, { name: 'quality-test' });
});
afterAll(async () => {
  redis.disconnect();
  await api.close();
});

function report(more: Record<string, unknown> = {}) {
  const truth = { 'retry>duplicate': 3, 'clean>clean': 40 };
  return { hunt: HUNT, run: randomUUID(), number: 1, truth, ...more };
}

function tell(value: unknown, token: string | undefined = api.token) {
  const options = token === '' ? {} : { token };
  return call(api.url, 'POST /v1/quality', { ...options, body: JSON.stringify(value) });
}

/** Sums of one group of counts of the hunt, over all frames there are. */
async function told(group: 'truth' | 'checks'): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { frame } of (await readMetrics(redis, {})).frames) {
    for (const [key, count] of Object.entries(frame.hunts[HUNT]?.[group] ?? {})) {
      sums[key] = (sums[key] ?? 0) + count;
    }
  }
  return sums;
}

it('counts a report in the frames of the door, and the same one again not', async () => {
  const first = report();
  const next = { ...first, number: 2, truth: { 'late>late': 1 } };
  expect((await tell(first)).body).toEqual({ counted: true });
  expect((await tell(first)).body).toEqual({ counted: false });
  expect((await tell(next)).body).toEqual({ counted: true });
  expect((await tell(first)).body).toEqual({ counted: false });
  const sums = { 'retry>duplicate': 3, 'clean>clean': 40, 'late>late': 1 };
  await vi.waitFor(async () => expect(await told('truth')).toEqual(sums), FRAMES);
});

it.each([
  ['a cell that does not exist', { truth: { 'retry>sunshine': 1 } }, 400, 'malformed', 'truth'],
  ['half a count', { truth: { 'retry>duplicate': 0.5 } }, 400, 'malformed', 'truth'],
  ['a count below 0', { truth: { 'retry>duplicate': -1 } }, 400, 'malformed', 'truth'],
  ['a count beyond its bound', { truth: { 'late>late': 1e12 } }, 400, 'malformed', 'truth'],
  ['a run without an id', { run: 'mine' }, 400, 'malformed', 'run'],
  ['a field that is not asked for', { more: 1 }, 400, 'malformed', ''],
  ['a hunt nobody published', { hunt: 'no-such-hunt' }, 404, 'unknown_hunt', 'hunt'],
])('refuses %s', async (_name, more, status, code, path) => {
  const refused = await tell(report(more));
  expect(refused).toMatchObject({ status, body: { code } });
  expect(String(refused.body['path'] ?? '')).toContain(path);
});

it('refuses what is no report, too large, or without a token', async () => {
  expect(await tell('x'.repeat(20_000))).toMatchObject({
    status: 413,
    body: { code: 'too_large' },
  });
  expect(await tell([])).toMatchObject({ status: 400, body: { code: 'malformed' } });
  expect(await tell(report(), '')).toMatchObject({ status: 401, body: { code: 'token_missing' } });
});

it('takes none from a player', async () => {
  const join = { code: 'OPEN-SESAME', playerId: randomUUID() };
  const joined = await call(api.url, `POST /v1/hunts/${HUNT}/join`, { body: JSON.stringify(join) });
  const refused = await tell(report(), String(joined.body['token']));
  expect(refused).toMatchObject({ status: 403, body: { code: 'not_permitted' } });
});

it('tells of every check how many events it looked at and what that took', async () => {
  const event = cloudEvent('CLOCK');
  const body = JSON.stringify([event, event, cloudEvent('CLOCK'), cloudEvent('C', { data: null })]);
  const type = 'application/cloudevents-batch+json';
  await call(api.url, 'POST /v1/events', { token: api.token, body, type, prefer: 'wait=5' });
  await vi.waitFor(async () => {
    const { contractEvents, contractNs, decideEvents, decideNs, ...dedup } = await told('checks');
    expect({ contractEvents }).toEqual({ contractEvents: 4 });
    // The hunt's publication and the player's join are events of the hunt too.
    expect(decideEvents).toBeGreaterThanOrEqual(3);
    expect(dedup['dedupEvents']).toBe(decideEvents);
    for (const nanos of [contractNs, decideNs, dedup['dedupNs']]) expect(nanos).toBeGreaterThan(0);
  }, FRAMES);
});
