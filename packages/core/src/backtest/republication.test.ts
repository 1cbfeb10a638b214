import { describe, expect, it } from 'vitest';
import { made } from '../game/membership.fixture.js';
import { decide } from '../pipeline/decide.js';
import { control, Fold, scan } from '../pipeline/pipeline.fixture.js';
import { Backtest } from './backtest.js';
import { draft, RecordedGame } from './record.fixture.js';
import { RecordFold } from './recordFold.js';
import { RecordTally } from './recordTally.js';
import { REPUBLICATION_HABITS } from './republication.js';

const DEARER = { clues: [{ id: 'clock', title: 'Clock', points: 99, find: { code: 'CLOCK' } }] };
const SHADOW = '0190c0de-0000-4000-8000-000000000001';

const retroactive = (version: number, number = 800_000) => {
  const data = {
    version,
    hash: String(version).repeat(64),
    retroactive: { shadow: SHADOW, by: 'ann' },
  };
  return control({ type: 'hunt.published.v1', data }, { number });
};

/** A hunt whose second version is known, and was not published yet. */
function played(): { game: RecordedGame; second: ReturnType<typeof draft> } {
  const game = new RecordedGame();
  game.publish();
  game.play([scan('CLOCK', { number: 1 }), scan('CLOCK', { number: 2, team: 'lynxes' })]);
  game.play([scan('NOPE', { number: 3 }), scan('CLOCK', { number: 3 })]);
  return { game, second: draft({ ...DEARER, rules: [] }, 2) };
}

function decideOn(game: RecordedGame, more: { hasShadow?: (shadow: string) => boolean }) {
  const second = draft({ ...DEARER, rules: [] }, 2);
  const { view } = game.fold;
  const rules = (hash: string, version: number) =>
    version === 2 ? second : view.rules(hash, version);
  const entry = { id: '9-0', appendedAtUs: 9_000, door: 'd', isReplay: false };
  const chunk = { decided: 6, repeats: new Map(), poisoned: new Set<number>() };
  return decide(
    { ...chunk, entries: [{ ...entry, events: [retroactive(2)] }] },
    { ...view, rules, ...more },
  );
}

describe('a retroactive publication in the log', () => {
  it('RP1 puts its version in force and says that what was played was recomputed', () => {
    const { game } = played();
    const [row] = decideOn(game, { hasShadow: (shadow) => shadow === SHADOW }).results;
    expect(row).toMatchObject({
      ...{ outcome: 'accepted', verdict: 'noted', version: 2 },
      extras: { recomputed: { version: 2 } },
    });
  });

  it('RP7 is refused and changes nothing where the hunt does not stand recomputed', () => {
    const { game } = played();
    const { results, hunts, teams } = decideOn(game, { hasShadow: () => false });
    expect(results[0]).toMatchObject({
      ...{ outcome: 'accepted', verdict: 'locked', version: 1 },
      extras: { reason: 'not_recomputed' },
    });
    expect(hunts[0]).toMatchObject({ version: 1 });
    expect(teams).toEqual([]);
  });

  it('RP7 is refused where a later version is live', () => {
    const { game } = played();
    game.publish({}, 3);
    const [row] = decideOn(game, { hasShadow: () => true }).results;
    expect(row).toMatchObject({ verdict: 'locked', version: 3 });
  });
});

describe('a hunt that is recomputed', () => {
  it('RP2 stands where playing it by that version would have brought it', () => {
    const { game } = played();
    const rules = draft({}, 1);
    const fold = new RecordFold('hunt', () => rules, { habits: REPUBLICATION_HABITS });
    fold.add(game.events);
    expect(fold.state.teams).toEqual(game.fold.cells.teams);
    expect(fold.state.hunts).toEqual(game.fold.cells.hunts);
    expect(fold.state.memories).toEqual(game.fold.cells.memories);
  });

  it('RP2 comes to the same in steps, each from the state it was left in', () => {
    const { game, second } = played();
    const habits = REPUBLICATION_HABITS;
    const whole = new RecordFold('hunt', () => second, { habits });
    whole.add(game.events);
    let state = new RecordFold('hunt', () => second, { habits }).state;
    game.events.forEach((event, i) => {
      const from = i === 0 ? undefined : state;
      const fold = new RecordFold('hunt', () => second, { habits, ...(from && { from }) });
      fold.add([event]);
      state = fold.state;
    });
    expect(state).toEqual(whole.state);
    expect(whole.teams.get('herons')?.score).toBe(99);
  });

  it('RP11 leaves in quarantine what was refused, and counts it once it is replayed', () => {
    const strict = {
      expectations: [
        {
          ...{ id: 'short', on: 'code.scanned.v1', otherwise: 'quarantine' },
          expect: { field: 'code', oneOf: ['NOPE'] },
        },
      ],
    };
    const game = new RecordedGame();
    game.publish({ quality: strict });
    const refused = scan('CLOCK', { number: 1 });
    game.play([refused]);
    expect(game.events.at(-1)).toMatchObject({ outcome: 'quarantined' });
    const lenient = draft({ ...DEARER, rules: [] }, 2);
    const fold = new RecordFold('hunt', () => lenient, { habits: REPUBLICATION_HABITS });
    fold.add(game.events);
    expect(fold.teams.get('herons')?.score ?? 0).toBe(0);
    game.fold.parked.add(refused.identity);
    game.replay([refused]);
    fold.add(game.events.slice(-1));
    expect(fold.teams.get('herons')?.score).toBe(99);
  });
});

describe('a record with a retroactive publication', () => {
  const recomputed = (game: RecordedGame, rules: ReturnType<typeof draft>) => {
    const fold = new RecordFold('hunt', () => rules, { habits: REPUBLICATION_HABITS });
    fold.add(game.events);
    return fold;
  };

  it('RP5 keeps its answers, and moves what belongs to no clue', () => {
    const { game, second } = played();
    const tally = new RecordTally('hunt', game.rules);
    tally.add(game.events);
    tally.republish(recomputed(game, second));
    const { scores, points } = tally.counts();
    expect(Object.fromEntries(scores)).toEqual({ herons: 99, lynxes: 99 });
    expect([...points.values()].reduce((sum, one) => sum + one, 0)).toBe(198);
    expect(tally.differing).toBe(0);
  });

  it('RP5 passes over a publication that was refused', () => {
    const { game } = played();
    const last = game.events.at(-1);
    const event = { ...retroactive(2), outcome: 'accepted', verdict: 'locked' } as const;
    const stands = { version: 1, position: 6, data: JSON.stringify({ ...event.data }) };
    const tally = new RecordTally('hunt', game.rules);
    tally.add([...game.events, { ...last, ...event, ...stands } as (typeof game.events)[number]]);
    expect(tally.counts().scores.get('herons')).toBe(25);
    expect(tally).toMatchObject({ differing: 0, isWhole: true });
  });

  it('RP12 is what a draft is compared with from there on', () => {
    const { game, second } = played();
    const setup = { slug: 'hunt', live: undefined, versions: game.rules, fromMs: undefined };
    const run = new Backtest({ ...setup, draft: second, nowUs: () => 0 });
    run.add(game.events);
    run.republish(recomputed(game, second));
    expect(run.result()).toMatchObject({ teamsMoved: 0, pointsGained: 0, pointsLost: 0 });
  });

  it('BT3 leaves teams of playtesters out, as the board does', () => {
    const game = new RecordedGame();
    game.publish();
    game.play([made('p', 'testers', { playtest: true })]);
    game.play([scan('CLOCK', { number: 51, team: 'testers' })]);
    const tally = new RecordTally('hunt', game.rules);
    tally.add(game.events);
    expect(new Fold().cells.teams.size).toBe(0);
    expect([...tally.counts().scores]).toEqual([]);
  });
});
