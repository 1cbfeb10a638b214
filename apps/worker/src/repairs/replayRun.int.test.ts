import { randomUUID } from 'node:crypto';
import { quarantineCareStore, repairReads, repairStore } from '@trove/db';
import { appendReplays, createHuntDirectory } from '@trove/streams';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HealingWorld, idAt, MENDING, pause, type Refusing, SOURCE } from './healing.fixture.js';
import { createReplayLog } from './replayLog.js';
import { createReplayRun, type ReplayRunDeps } from './replayRun.js';
import { createResumeRepairs } from './resumeRepairs.js';

let world: HealingWorld;

beforeEach(async () => {
  const redisUrl = process.env['TEST_REDIS_URL'] ?? '';
  const databaseUrl = process.env['TEST_DATABASE_URL'] ?? '';
  world = await HealingWorld.open({ redisUrl, databaseUrl });
});
afterEach(async () => {
  await world.close();
});

function deps(more: Partial<ReplayRunDeps> = {}): ReplayRunDeps {
  return {
    log: createReplayLog(world.redis, world.keys),
    reads: repairReads(world.db),
    runs: repairStore(world.db),
    care: quarantineCareStore(world.db),
    newHolder: randomUUID,
    nowMs: () => performance.now(),
    wait: pause,
    signal: new AbortController().signal,
    ...more,
  };
}

const runOf = async (id: string) => await repairReads(world.db).get(id);
const scans = (count: number): Refusing[] =>
  Array.from({ length: count }, (_, i) => ({ team: `team${i}` }));
const crash = () => Promise.reject(new Error('killed'));
const states = async () => (await world.entries()).map(({ care }) => care?.state);

describe('a repair run', () => {
  it('RE10 replays what it has repaired under the original ids, each once', async () => {
    const ids = await world.refuse(scans(12));
    const run = await world.start(MENDING);
    await createReplayRun(deps())({ run });
    expect(await runOf(run)).toMatchObject({ state: 'done', counts: { replayed: 12 } });
    const points = await world.points();
    for (const id of ids) expect(points.get(id)).toBeGreaterThanOrEqual(20);
    const [first] = await world.entries();
    expect(first).toMatchObject({ replay: { outcome: 'replayed' }, care: { state: 'replayed' } });
    expect(JSON.parse(first?.care?.repaired ?? '')).toMatchObject({ data: { code: 'CLOCK' } });
  });

  it('RE11 goes on after a crash at any step, and counts nothing twice', async () => {
    const ids = await world.refuse(scans(5));
    const run = await world.start(MENDING);
    const live = deps();
    const killed = (more: Partial<ReplayRunDeps>) =>
      createReplayRun(deps({ ...more, newHolder: () => 'killed' }))({ run });
    // After noting what it sends; after sending it; after it was decided.
    await expect(killed({ log: { ...live.log, append: crash } })).rejects.toThrow('killed');
    await expect(killed({ log: { ...live.log, results: crash } })).rejects.toThrow('killed');
    await expect(killed({ care: { ...live.care, settle: crash } })).rejects.toThrow('killed');
    await repairStore(world.db).beat(run, 'killed', 0);
    await createReplayRun(live)({ run });
    expect(await runOf(run)).toMatchObject({ state: 'done', counts: { replayed: 5 } });
    const points = await world.points();
    for (const id of ids) expect(points.get(id)).toBeLessThan(40);
    expect(await states()).toEqual(Array(5).fill('replayed'));
  });

  it('RE11 counts nothing twice when two workers are at the same run', async () => {
    const ids = await world.refuse(scans(8));
    const run = await world.start(MENDING);
    const believed = { ...deps().runs, beat: async () => true };
    const both = [1, 2].map(() => createReplayRun(deps({ runs: believed }))({ run }));
    await Promise.all(both);
    expect(await runOf(run)).toMatchObject({ state: 'done', counts: { replayed: 8 } });
    const points = await world.points();
    for (const id of ids) expect(points.get(id)).toBeLessThan(40);
  });

  it('RE12 gives back what it has not replayed when it is cancelled', async () => {
    await world.refuse(scans(6));
    const run = await world.start(MENDING, { rate: 2 });
    const running = createReplayRun(deps())({ run });
    await expect.poll(async () => (await runOf(run))?.counts['replayed']).toBeGreaterThan(0);
    await repairStore(world.db).end(run, 'cancelled', 'by bob@trove.test');
    await running;
    const healed = (await states()).filter((state) => state === 'replayed').length;
    expect(await runOf(run)).toMatchObject({ state: 'cancelled', counts: { replayed: healed } });
    const rest = (await world.entries()).filter(({ care }) => care?.state === 'open');
    expect(rest).toHaveLength(6 - healed);
    expect(rest.every(({ care }) => care?.isClaimed === false)).toBe(true);
    const next = await world.start(MENDING);
    await createReplayRun(deps())({ run: next });
    expect(await runOf(next)).toMatchObject({ counts: { replayed: 6 - healed } });
  });

  it('RE14 keeps to its rate', async () => {
    await world.refuse(scans(6));
    const run = await world.start(MENDING, { rate: 10 });
    const startedMs = performance.now();
    await createReplayRun(deps())({ run });
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(600);
    expect(await runOf(run)).toMatchObject({ state: 'done', counts: { replayed: 6 } });
  });

  it('RE5 leaves what its patch does not mend, with the new reason', async () => {
    await world.refuse(scans(2));
    const patch = [{ op: 'replace' as const, path: '/data/code', value: '' }];
    const run = await world.start({ ...MENDING, patch });
    await createReplayRun(deps())({ run });
    expect(await runOf(run)).toMatchObject({ state: 'done', counts: { stays: 2 } });
    const [entry] = await world.entries();
    expect(entry?.care).toMatchObject({ state: 'open', isClaimed: false });
    expect(entry?.care?.stays).toContain('refused again at data.code');
  });

  it('RE7 sends nothing to a hunt that has ended, unless it may: then it is closed', async () => {
    const [id = ''] = await world.refuse(scans(1));
    await world.setPhase('ended');
    const run = await world.start(MENDING);
    await createReplayRun(deps())({ run });
    expect(await runOf(run)).toMatchObject({ counts: { stays: 1 } });
    expect((await world.entries())[0]?.care?.stays).toContain('is not live');
    const allowed = await world.start(MENDING, { allowsClosed: true });
    await createReplayRun(deps())({ run: allowed });
    expect(await runOf(allowed)).toMatchObject({ counts: { replayed: 1 } });
    expect((await world.points()).get(id)).toBe(0);
  });

  it('RE10 never awards an id that was accepted on another way', async () => {
    const [id = ''] = await world.refuse([{ team: 'herons', code: 'CLOCK' }]);
    const live = await createHuntDirectory(world.redis, world.keys).get('test-hunt');
    const [entry] = await world.entries();
    const event = JSON.parse(entry?.original ?? '');
    const replay = { live: live as never, event, timeMs: Date.parse(event.time), source: SOURCE };
    await appendReplays(world.redis, [replay], world.keys);
    await expect.poll(async () => (await world.points()).get(id)).toBeGreaterThan(0);
    const before = (await world.points()).get(id);
    const run = await world.start({ condition: 'true', patch: [] });
    await createReplayRun(deps())({ run });
    expect(await runOf(run)).toMatchObject({ counts: { duplicate: 1 } });
    expect((await world.points()).get(id)).toBe(before);
  });

  it('RE10 tells of two entries of one event that one counts and one repeats it', async () => {
    const id = idAt(Date.now());
    await world.refuse([
      { team: 'herons', id },
      { team: 'herons', id },
      { team: 'otters', id: idAt(Date.now()) },
    ]);
    const run = await world.start(MENDING);
    await createReplayRun(deps())({ run });
    expect(await runOf(run)).toMatchObject({
      state: 'done',
      counts: { replayed: 2, duplicate: 1 },
    });
    const outcomes = (await world.entries()).map(({ replay }) => replay?.outcome);
    expect(outcomes).toEqual(['replayed', 'duplicate', 'replayed']);
    expect((await world.points()).get(id)).toBeLessThan(40);
  });

  it('RE6 replays an id of any age that is parked, and none that nobody knows', async () => {
    const longAgo = Date.now() - 90 * 3_600_000;
    await world.refuse([
      { team: 'herons', id: idAt(longAgo) },
      { team: 'otters', id: idAt(longAgo), isParked: false },
    ]);
    const run = await world.start(MENDING);
    await createReplayRun(deps())({ run });
    expect(await runOf(run)).toMatchObject({ counts: { replayed: 1, stays: 1 } });
    expect(await states()).toEqual(['replayed', 'open']);
    expect((await world.entries())[1]?.care?.stays).toContain('too old');
  });
});

describe('two operators', () => {
  it('RE13 heal the same group: one run gets an entry, the other is told whose it is', async () => {
    await world.refuse(scans(4));
    const starts = await Promise.all([world.claim(MENDING), world.claim(MENDING)]);
    const [winner, loser] = starts[0]?.claimed === 0 ? [starts[1], starts[0]] : starts;
    expect([winner?.claimed, loser?.claimed]).toEqual([4, 0]);
    expect(loser?.holders).toMatchObject([{ id: winner?.id, count: 4 }]);
    await createReplayRun(deps())({ run: winner?.id ?? '' });
    expect(await runOf(winner?.id ?? '')).toMatchObject({ counts: { replayed: 4 } });
  });
});

describe('resuming', () => {
  it('RE11 wakes runs, and finds what became of replays that were left pending', async () => {
    const [sent, never] = await world.refuse([
      { team: 'herons', code: 'CLOCK' },
      { team: 'otters', code: 'CLOCK' },
    ]);
    const entries = await world.entries();
    const care = quarantineCareStore(world.db);
    const log = createReplayLog(world.redis, world.keys);
    const afterId = await log.place(0);
    for (const entry of entries) await care.begin(entry, { at: 1_000, by: 'ann', afterId });
    const live = await createHuntDirectory(world.redis, world.keys).get('test-hunt');
    const event = JSON.parse(entries[0]?.original ?? '');
    const replay = { live: live as never, event, timeMs: Date.parse(event.time), source: SOURCE };
    await appendReplays(world.redis, [replay], world.keys);
    await expect.poll(async () => (await world.points()).get(sent ?? '')).toBeGreaterThan(0);
    const woken: string[] = [];
    const wake = async (run: string) => void woken.push(run);
    const resume = createResumeRepairs({ log, reads: repairReads(world.db), care, wake });
    await expect
      .poll(async () => {
        await resume();
        return await states();
      })
      .toEqual(['replayed', 'open']);
    expect((await world.entries())[1]).not.toHaveProperty('replay');
    expect((await world.points()).has(never ?? '')).toBe(false);
    const run = await world.start(MENDING);
    await resume();
    expect(woken).toEqual([run]);
  });
});
