import { REPUBLICATION_HABITS, RecordFold } from '@trove/core/backtest';
import { huntReads } from '@trove/db';
import { createHuntDirectory, createRecordSource, dropShadow } from '@trove/streams';
import { compiled, huntDefinition } from '@trove/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEARER, RepublishedHunt } from './republishedHunt.fixture.js';

let hunt: RepublishedHunt;
beforeEach(async () => {
  hunt = await RepublishedHunt.open();
});
afterEach(() => hunt.close());

const versions = () => huntReads(hunt.recorded.db).versions(hunt.recorded.slug);

/** All that is recorded up to the swap, folded by the new version alone. */
async function foldedAnew(): Promise<RecordFold> {
  const { log, slug, partition } = hunt.recorded;
  const rules = compiled(huntDefinition(DEARER), 2);
  const fold = new RecordFold(slug, () => rules, { habits: REPUBLICATION_HABITS });
  const commits = await createRecordSource(log.redis, log.keys).read({ partition, from: 0 });
  fold.add(commits.flatMap(({ events }) => events));
  return fold;
}

describe('a publication that counts for what was played', () => {
  it('RP1 RP2 puts the hunt where the new version would have brought it', async () => {
    await hunt.recorded.play(1, 60);
    const epoch = await hunt.epoch();
    const run = await hunt.ask();
    hunt.decideOn();
    await hunt.work(run);
    expect(await hunt.newest()).toMatchObject({ state: 'done', version: 2, teamsMoved: 60 });
    const fold = await foldedAnew();
    const { hunt: state, teams } = await hunt.state();
    expect(teams).toEqual(fold.teams);
    expect(state).toEqual({ ...fold.hunt, hash: state?.hash });
    expect(await hunt.board()).toMatchObject({ 'team-10': 105, 'team-20': 100, 'team-9': 7 });
    expect(await hunt.epoch()).toBeGreaterThan(epoch);
    const { log, slug } = hunt.recorded;
    expect(await createHuntDirectory(log.redis, log.keys).get(slug)).toMatchObject({ version: 2 });
    expect((await versions())[0]).toMatchObject({ version: 2 });
    expect((await versions())[0]?.announcedAt).toBeInstanceOf(Date);
  });

  it('RP5 leaves ledger, twin and proof in agreement', async () => {
    await hunt.recorded.play(1, 60);
    await hunt.recorded.archive();
    await hunt.recorded.play(50, 40);
    hunt.decideOn();
    await hunt.work(await hunt.ask());
    expect(await hunt.ledger()).toEqual(await hunt.board());
    expect(await hunt.divergence()).toEqual([0, undefined, 0]);
  });
});
