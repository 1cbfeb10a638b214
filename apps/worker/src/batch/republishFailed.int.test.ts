/** A publication for what was played that fails, is refused or cancelled: the hunt is as it was. */
import { huntReads } from '@trove/db';
import { dropShadow } from '@trove/streams';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEARER, RepublishedHunt } from './republishedHunt.fixture.js';

let hunt: RepublishedHunt;
beforeEach(async () => {
  const { TEST_REDIS_URL, TEST_DATABASE_URL } = process.env;
  hunt = await RepublishedHunt.open(TEST_REDIS_URL, TEST_DATABASE_URL);
});
afterEach(() => hunt.close());

const versions = () => huntReads(hunt.recorded.db).versions(hunt.recorded.slug);

describe('a publication for what was played that comes to nothing', () => {
  const untouched = async () => {
    expect(await hunt.board()).toMatchObject({ 'team-10': 25 });
    expect(await versions()).toHaveLength(1);
    const { log } = hunt.recorded;
    const left = await log.redis.keys(`${log.keys.prefix}:*shadow*`);
    expect(left).toEqual([]);
  };

  it('RP7 is refused by the log when its shadow is gone, and its version never was', async () => {
    await hunt.recorded.play(1, 20);
    const run = await hunt.ask();
    const wake = async () => {
      const { log, slug } = hunt.recorded;
      const shadow = await hunt.shadowOf(run);
      await dropShadow(log.redis, { partition: 0, hunt: slug, shadow, keys: log.keys });
      hunt.decideOn();
    };
    await hunt.work(run, { wake });
    expect(await hunt.newest()).toMatchObject({ state: 'failed' });
    expect((await hunt.newest())?.says).toMatch(/does not stand recomputed/);
    await untouched();
    expect(await hunt.divergence()).toEqual([0, undefined, 0]);
    // The number is free again, and the next one is the second version.
    await hunt.work(await hunt.ask());
    expect(await hunt.newest()).toMatchObject({ state: 'done', version: 2 });
    expect(await hunt.divergence()).toEqual([0, undefined, 0]);
  });

  it('RP8 fails with its reason where the record is not whole', async () => {
    await hunt.recorded.play(1, 20);
    const { log } = hunt.recorded;
    await log.redis.xtrim(hunt.keys.log, 'MAXLEN', 3);
    await hunt.work(await hunt.ask());
    expect(await hunt.newest()).toMatchObject({ state: 'failed' });
    expect((await hunt.newest())?.says).toMatch(/is lost, so nothing can be recomputed/);
    await untouched();
  });

  it('RP8 fails where events left the log before they were archived', async () => {
    await hunt.recorded.play(1, 20);
    await hunt.recorded.archive();
    await hunt.recorded.play(21, 5);
    await hunt.recorded.trim();
    await hunt.recorded.play(26, 5);
    await hunt.work(await hunt.ask());
    expect((await hunt.newest())?.says).toMatch(/left the log before they were archived/);
    await untouched();
  });

  it('RP9 is refused while another has not ended, and cancelled without a trace', async () => {
    await hunt.recorded.play(1, 20);
    const run = await hunt.ask();
    await expect(hunt.ask()).rejects.toThrow('another has not ended');
    const { runs } = hunt;
    const beat: typeof runs.beat = async (...asked) => {
      await runs.end(run, { state: 'cancelled', says: 'by ann' });
      return await runs.beat(...asked);
    };
    await hunt.work(run, { runs: { ...runs, beat } });
    expect(await hunt.newest()).toMatchObject({ state: 'cancelled', says: 'by ann' });
    await untouched();
    expect(await runs.end(run, { state: 'cancelled', says: 'again' })).toBe(false);
    await hunt.ask();
  });

  it('RP9 is cancelled up to the moment in which its event may be appended', async () => {
    await hunt.recorded.play(1, 20);
    const run = await hunt.ask();
    const { runs } = hunt;
    const beginSwap: typeof runs.beginSwap = async (...asked) => {
      await runs.end(run, { state: 'cancelled', says: 'by ann' });
      return await runs.beginSwap(...asked);
    };
    await hunt.work(run, { runs: { ...runs, beginSwap } });
    expect(await hunt.newest()).toMatchObject({ state: 'cancelled', says: 'by ann' });
    await untouched();
  });

  it('RP9 gives way to a version that was published meanwhile', async () => {
    await hunt.recorded.play(1, 20);
    const run = await hunt.ask(hunt.draft(), 0);
    await hunt.work(run);
    expect((await hunt.newest())?.says).toBe(
      'version 1 was published meanwhile: nothing has changed',
    );
    await untouched();
  });

  it('RP8 fails where the file has a mistake or another clock', async () => {
    await hunt.recorded.play(1, 20);
    await hunt.work(await hunt.ask('trove: 1\n'));
    expect((await hunt.newest())?.says).toMatch(/^the file has a mistake in line 1/);
    await hunt.work(await hunt.ask(hunt.draft({ ...DEARER, clock: 'events' })));
    expect((await hunt.newest())?.says).toMatch(/it changes the hunt’s clock/);
    await untouched();
  });
});
