/**
 * A crowd and a player's app against a real installation: what is injected comes back as what it
 * is, and a player's events keep their ids and their order.
 */
import { randomUUID } from 'node:crypto';
import { HuntDefinition } from '@trove/contracts';
import { createPlayer, joinHunt } from '@trove/player-sdk';
import { connectRedis, readMetrics } from '@trove/streams';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { stringify } from 'yaml';
import { type RunningStack, startStack } from '../bench/startStack.js';
import { DoorClient } from '../door/doorClient.js';
import type { SourceDoor } from '../door/withSource.js';
import { CROWD } from './limits.js';
import { MIXES } from './mix.js';
import { Playbook } from './playbook.js';
import { qualityReport } from './qualityReport.js';
import { simulate } from './simulate.js';

const definition = HuntDefinition.parse({
  trove: 1,
  slug: 'whole-walk',
  title: 'Whole walk',
  joinCode: 'WALK',
  clues: [
    { id: 'a', title: 'A', points: 5, find: { place: { id: 'p', lat: 51, lon: 0, radiusM: 50 } } },
    { id: 'b', title: 'B', points: 7, find: { code: 'CODE-B' } },
    { id: 'c', title: 'C', points: 9, find: { answer: { accept: ['x'] } } },
    {
      id: 'd',
      title: 'D',
      points: 20,
      find: {
        choice: {
          options: [
            { id: 'yes', text: 'Yes', right: true },
            { id: 'no', text: 'No' },
          ],
        },
      },
      hints: [{ id: 'h', text: 'Sag „ja“ 🏮', cost: 3 }],
      decay: { linear: { perSolve: 1, floor: 5 } },
    },
    { id: 'e', title: 'E', points: 1, find: { code: 'CODE-E' }, locked: true },
  ],
  badges: [{ id: 'keen', title: 'Keen', text: 'Well chosen.' }],
  rules: [
    {
      id: 'chosen',
      on: 'option.chosen.v1',
      when: 'verdict == "solved"',
      then: {
        badge: 'keen',
        unlock: ['e'],
        counters: [{ name: 'right', add: 1 }],
        message: 'Schön!',
      },
    },
  ],
});

let stack: RunningStack | undefined;
let door: SourceDoor;
let client: DoorClient;

beforeAll(async () => {
  stack = await startStack('disk');
  const [source] = stack.sources;
  if (source === undefined) throw new Error('The installation gave no token.');
  door = { url: stack.url, ...source };
  client = new DoorClient(door);
  await client.publish(definition.slug, stringify(definition));
}, 120_000);
afterAll(() => stack?.stop());

/** What the door's metrics frames say of injected traffic, all told. */
async function toldByDoor(): Promise<Record<string, number>> {
  const redis = connectRedis(stack?.redisUrl ?? '', { name: 'whole-walk' });
  const sums: Record<string, number> = {};
  await vi.waitFor(async () => {
    const { frames } = await readMetrics(redis, {});
    for (const pair of Object.keys(sums)) delete sums[pair];
    for (const { frame } of frames) {
      const { truth = {} } = frame.hunts[definition.slug] ?? {};
      for (const [pair, count] of Object.entries(truth)) sums[pair] = (sums[pair] ?? 0) + count;
    }
    expect(Object.values(sums).reduce((sum, count) => sum + count, 0)).toBe(4_000);
  });
  redis.disconnect();
  return sums;
}

it('gets back each injected event as what it is, whatever the mix', async () => {
  const live = await client.definition(definition.slug);
  const playbook = new Playbook({
    definition: live,
    seed: 5,
    players: 9,
    mix: MIXES.harsh,
    stepsToClue: CROWD.stepsToClue,
  });
  const { tally, meter } = await simulate({
    door,
    client,
    playbook,
    hunt: definition.slug,
    rate: 2_000,
    events: 4_000,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    say: (line) => expect.unreachable(line),
  });
  expect(tally.undecided).toBe(0);
  expect(meter.open).toBe(0);
  const { injected, quality } = qualityReport(meter.counts);
  for (const name of ['duplicate', 'conflict', 'contract', 'late'] as const) {
    expect(quality[name]).toMatchObject({ precision: 1, recall: 1, mistaken: 0 });
    expect(quality[name].injected).toBeGreaterThan(50);
  }
  expect(await toldByDoor()).toEqual(meter.counts);
  const { duplicate, invalid } = tally.outcomes;
  expect({ duplicate, invalid }).toEqual({
    duplicate: injected['duplicates'],
    invalid: injected['malformed'],
  });
}, 60_000);

it('lets a player join, send and read the results in order', async () => {
  const join = { url: door.url, hunt: definition.slug, code: 'walk', playerId: randomUUID() };
  const session = await joinHunt(join);
  expect((await joinHunt(join)).team).toBe(session.team);
  const player = await createPlayer({ url: door.url, session });
  const wrong = player.send('code.scanned.v1', { code: 'NO-CODE' });
  const right = player.send('code.scanned.v1', { code: 'CODE-B' });
  const again = player.send('code.scanned.v1', { code: 'CODE-B' });
  if (!wrong.ok || !right.ok || !again.ok) throw new Error('The queue was full.');
  const results = await Promise.all([wrong.result, right.result, again.result]);
  expect(results.map((result) => result?.verdict)).toEqual(['no_clue', 'solved', 'already_solved']);
  expect(results.map((result) => result?.id)).toEqual([wrong.id, right.id, again.id]);
  expect(await player.state()).toMatchObject({ ok: true, state: { score: 7 } });
  player.close();
});

it('gives a player hints, badges, messages and unlocked clues, and shows them again', async () => {
  const join = { url: door.url, hunt: definition.slug, code: 'walk', playerId: randomUUID() };
  const player = await createPlayer({ url: door.url, session: await joinHunt(join) });
  const sent = [
    player.requestHint('d', 'h'),
    player.requestHint('d', 'h'),
    player.choose('d', 'no'),
    player.choose('d', 'yes'),
  ];
  const results = await Promise.all(
    sent.map(async (one) => (one.ok ? await one.result : undefined)),
  );
  const hint = { id: 'h', text: 'Sag „ja“ 🏮' };
  expect(results).toMatchObject([
    { verdict: 'hinted', points: -3, score: -3, hint },
    { verdict: 'already_hinted', hint },
    { verdict: 'wrong' },
    { verdict: 'solved', badges: ['keen'], unlocked: ['e'], messages: ['Schön!'] },
  ]);
  expect(results[1]).not.toHaveProperty('points');
  const reply = await player.state();
  if (!reply.ok) throw new Error(reply.error.detail);
  const { state } = reply;
  expect(state.score).toBe((results[3]?.points ?? 0) - 3);
  expect(state.counters).toEqual({ right: 1 });
  expect(state.badges).toEqual([{ id: 'keen', title: 'Keen', text: 'Well chosen.' }]);
  const [d, e] = state.clues.slice(3);
  expect(d).toMatchObject({ status: 'solved', hints: [{ ...hint, status: 'taken', cost: 3 }] });
  expect(e).toMatchObject({ status: 'open', worth: 1 });
  player.close();
});

it('refuses a wrong join code with its problem', async () => {
  const join = { url: door.url, hunt: definition.slug, code: 'nope', playerId: randomUUID() };
  await expect(joinHunt(join)).rejects.toMatchObject({ problem: { code: 'wrong_join_code' } });
});
