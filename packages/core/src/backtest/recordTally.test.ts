import { describe, expect, it } from 'vitest';
import { scan } from '../pipeline/pipeline.fixture.js';
import { differencesOf, divergenceOf } from './divergence.js';
import { RecordedGame } from './record.fixture.js';
import { RecordTally } from './recordTally.js';

function evening(): RecordedGame {
  const game = new RecordedGame();
  game.publish();
  game.play([scan('CLOCK', { number: 1 }), scan('CLOCK', { number: 1 })]);
  game.play([scan('CLOCK', { number: 2, team: 'lynxes' }), scan('NOPE', { number: 3 })]);
  return game;
}

describe('the batch twin', () => {
  it('BT1 counts scores, points by clue and outcomes as play did', () => {
    const { events, rules } = evening();
    const tally = new RecordTally('hunt', rules);
    tally.add(events);
    const { scores, points, outcomes, solves } = tally.counts();
    expect([...scores]).toEqual([
      ['herons', 25],
      ['lynxes', 25],
    ]);
    expect([...points]).toEqual([['clock', 50]]);
    expect([...solves]).toEqual([['clock', 2]]);
    expect(Object.fromEntries(outcomes)).toEqual({ accepted: 4, duplicate: 1 });
    expect(tally).toMatchObject({ differing: 0, events: 5, isWhole: true });
  });

  it('B12 knows that something is missing, but for what lacks before its hunt began', () => {
    const { events, rules } = evening();
    const [late, torn] = [new RecordTally('hunt', rules), new RecordTally('hunt', rules)];
    late.lack();
    late.add(events);
    expect(late.isWhole).toBe(true);
    torn.add(events.slice(0, 3));
    torn.lack();
    torn.add(events.slice(4));
    expect(torn.isWhole).toBe(false);
  });

  it('BT2 comes to the same by steps as at once', () => {
    const { events, rules } = evening();
    const [whole, stepped] = [new RecordTally('hunt', rules), new RecordTally('hunt', rules)];
    whole.add(events);
    for (const event of events) stepped.add([event]);
    expect(stepped.counts()).toEqual(whole.counts());
  });

  it('BT3 finds each figure that differs, on whichever side it stands', () => {
    const live = new Map([
      ['a', 1],
      ['b', 2],
    ]);
    const folded = new Map([
      ['b', 3],
      ['c', 4],
    ]);
    const { count, differences } = divergenceOf(differencesOf('score', live, folded));
    expect(count).toBe(3);
    expect(differences).toEqual([
      { of: 'score', name: 'a', live: 1, folded: 0 },
      { of: 'score', name: 'b', live: 2, folded: 3 },
      { of: 'score', name: 'c', live: 0, folded: 4 },
    ]);
    expect(divergenceOf(differencesOf('score', live, new Map(live))).count).toBe(0);
  });

  it('BT4 notices an event that was answered otherwise than its rules say', () => {
    const { events, rules } = evening();
    const tally = new RecordTally('hunt', rules);
    tally.add(events.map((event, i) => (i === 3 ? { ...event, points: 26 } : event)));
    expect(tally.differing).toBe(1);
    expect(tally.firstDiffering?.position).toBe(3);
  });
});
