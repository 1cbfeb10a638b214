import { describe, expect, it } from 'vitest';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import { play, scan } from '../pipeline/pipeline.fixture.js';
import { backtest, draft, RecordedGame } from './record.fixture.js';
import { RecordFold } from './recordFold.js';

const HOUR = 3_600_000;
const visit = (number: number, lat = 1) =>
  play('place.visited.v1', { place: 'p1', lat, lon: 1 }, { number });

/** Places north of the line rest in quarantine. */
const STRICT = {
  quality: {
    expectations: [
      {
        id: 'south',
        on: 'place.visited.v1',
        expect: { field: 'lat', max: 10 },
        otherwise: 'quarantine',
      },
    ],
  },
};

function foldOf(game: RecordedGame): RecordFold {
  const fold = new RecordFold('hunt', game.rules);
  fold.add(game.events);
  return fold;
}

describe('a recorded hunt, folded again', () => {
  it('B1 ends where play has ended', () => {
    const game = new RecordedGame();
    game.publish();
    const late = scan('CLOCK', { number: 7 });
    game.play([visit(1), scan('CLOCK', { number: 2 }), scan('CLOCK', { number: 2, content: 3 })]);
    game.play([visit(3)], { poisoned: [0] });
    game.play([scan('NOPE', { number: 4, timeMs: 100 * HOUR + late.timeMs })], {
      atMs: late.timeMs + 100 * HOUR,
    });
    game.play([late], { atMs: late.timeMs + 100 * HOUR });
    const fold = foldOf(game);
    expect(fold.teams).toEqual(game.fold.cells.teams.get('hunt'));
    expect(fold.hunt).toEqual(game.fold.cells.hunts.get('hunt'));
    expect(game.events.map(({ outcome }) => outcome)).toEqual(
      expect.arrayContaining(['conflict', 'quarantined', 'late']),
    );
  });

  it('B1 knows the devices of a player apart, as play did', () => {
    const game = new RecordedGame();
    const grows = { id: 'grows', on: 'place.visited.v1', otherwise: 'quarantine' };
    game.publish({ quality: { expectations: [{ ...grows, expect: { growing: 'time' } }] } });
    const at = (number: number, device: string, ms: number) => {
      const event = visit(number);
      const sequence = { device, epoch: 0, seq: 0 };
      return { ...event, timeMs: event.timeMs + ms, sequence };
    };
    game.play([at(1, 'phone', 9), at(2, 'tablet', 1)]);
    expect(game.events.map(({ outcome }) => outcome).slice(1)).toEqual(['accepted', 'accepted']);
    const fold = foldOf(game);
    expect(fold.teams).toEqual(game.fold.cells.teams.get('hunt'));
    expect(fold.hunt).toEqual(game.fold.cells.hunts.get('hunt'));
  });

  it('B2 leaves repeats by id what they are, whatever the draft says', () => {
    const game = new RecordedGame();
    game.publish();
    game.play([scan('LATE', { number: 1 }), scan('LATE', { number: 1 })]);
    game.play([scan('LATE', { number: 1 })]);
    const late = { id: 'late', title: 'Late', points: 5, find: { code: 'LATE' } };
    const result = backtest(game, { draft: draft({ clues: [late], rules: [] }) });
    expect(result.changes).toEqual([{ from: 'closed', to: 'solved', count: 1 }]);
    expect(result).toMatchObject({ passedOver: 2, pointsGained: 5 });
  });

  it('B2 D7 folds what passed by its id as play did, wherever the record is cut', () => {
    const game = new RecordedGame();
    const dedup = { id: 'observe', state: 'observe' };
    game.publish({ quality: { dedup } });
    const said = [scan('CLOCK', { number: 1 }), scan('NOPE', { number: 2 })];
    for (let times = 0; times < 3; times += 1) game.play(said);
    game.play([...said, ...said]);
    const enforcing = (version: number, hash: string) => {
      const hunt = game.rules(version, hash);
      const enforced = { ...hunt?.quality, id: 'enforce' } as CompiledHunt['quality'];
      return hunt && { ...hunt, quality: enforced };
    };
    for (const rules of [game.rules, enforcing]) {
      for (const size of [1, 3, 100]) {
        const fold = new RecordFold('hunt', rules);
        for (let from = 0; from < game.events.length; from += size) {
          fold.add(game.events.slice(from, from + size));
        }
        expect(fold.teams).toEqual(game.fold.cells.teams.get('hunt'));
        expect(fold.hunt).toEqual(game.fold.cells.hunts.get('hunt'));
      }
    }
  });

  it('B3 counts once what only the draft lets through, and its replay not again', () => {
    const game = new RecordedGame();
    game.publish(STRICT);
    game.play([visit(1, 20)]);
    game.replay([visit(1, 20)]);
    expect(game.events.map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'quarantined',
      'replayed',
    ]);
    expect(foldOf(game).teams).toEqual(game.fold.cells.teams.get('hunt'));
    const result = backtest(game, { draft: draft() });
    expect(result.changes).toEqual([
      { from: 'quarantined', to: 'solved', count: 1 },
      { from: 'solved', to: 'duplicate', count: 1 },
    ]);
    expect(result).toMatchObject({ pointsGained: 0, pointsLost: 0 });
  });

  it('B3 holds back what only the draft refuses', () => {
    const game = new RecordedGame();
    game.publish();
    game.play([visit(1, 20), visit(2)]);
    const result = backtest(game, { draft: draft(STRICT) });
    expect(result.changes).toEqual([
      { from: 'solved', to: 'quarantined', count: 1 },
      { from: 'already_solved', to: 'solved', count: 1 },
    ]);
  });

  it('B12 passes over events whose data is lost and counts them', () => {
    const game = new RecordedGame();
    game.publish();
    game.play([scan('CLOCK', { number: 1 })]);
    const [publication, scanned] = game.events;
    if (publication === undefined || scanned === undefined) throw new Error('nothing recorded');
    const fold = new RecordFold('hunt', game.rules);
    fold.add([publication, { ...scanned, data: undefined }]);
    expect(fold.lost).toBe(1);
    expect(fold.teams.size).toBe(0);
  });

  it('B1 goes on past a publication that a later one had overtaken', () => {
    const game = new RecordedGame();
    game.publish();
    game.publish({ rules: [] }, 3);
    game.publish({}, 2);
    game.play([scan('CLOCK', { number: 1 })]);
    const rules = (version: number) => (version === 2 ? undefined : game.rules(version, ''));
    for (const from of [0, 2]) {
      const fold = new RecordFold('hunt', rules);
      fold.add(game.events.slice(from));
      expect(fold.hunt.version).toBe(3);
      expect(fold.teams.get('herons')?.score).toBe(20);
      expect(fold.isWhole).toBe(from === 0);
    }
  });

  it('B12 says when the record begins after the hunt did, and goes by its first version', () => {
    const game = new RecordedGame();
    game.publish();
    game.play([scan('CLOCK', { number: 1 })]);
    const fold = new RecordFold('hunt', game.rules);
    fold.add(game.events.slice(1));
    expect(fold.isWhole).toBe(false);
    expect(fold.teams.get('herons')?.score).toBe(25);
    expect(foldOf(game).isWhole).toBe(true);
  });

  it('B4 goes on apart from the fold it branched from', () => {
    const game = new RecordedGame();
    game.publish();
    game.play([scan('CLOCK', { number: 1 })]);
    const fold = foldOf(game);
    const other = fold.branch(() => draft());
    game.play([scan('CLOCK', { number: 2, team: 'lynxes' }), visit(3)]);
    other.add(game.events.slice(-2));
    expect(other.teams.size).toBe(2);
    expect(fold.teams.size).toBe(1);
    expect(fold.hunt.solves.get('clock')).toBe(1);
    expect(other.hunt.solves.get('clock')).toBe(2);
  });
});
