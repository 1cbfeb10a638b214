import { HuntDefinition } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { compileHunt } from '../hunt/compileHunt.js';
import { lintHuntFile } from '../hunt/lint/lintHuntFile.js';
import { DEFINITION } from '../pipeline/pipeline.fixture.js';
import { newMemory } from './huntMemory.js';
import { RECOMMEND_LIMITS } from './limits.js';
import { MemoryDraft } from './memoryDraft.js';
import { named, placeClue, Walk } from './recommend.fixture.js';

const row = (...ids: string[]) => ids.map((id, i) => placeClue({ id, lon: i * 0.001 }));
const code = (id: string) => {
  return { id, title: id, points: 1, find: { code: id.toUpperCase() } };
};
const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'];

describe('what a designer says of suggestions', () => {
  it('N19 pins come first where they can be tried, and what is never suggested stays out', () => {
    const walk = new Walk(row(...LETTERS), { pins: ['k', 'a'], never: ['b'], explore: 0 });
    const { next } = walk.decide(walk.visit('x', 'a'));
    expect(named(next)).toEqual(['k', 'c', 'd']);
    expect(next?.map(({ reason }) => reason)).toEqual(['pinned', 'near', 'near']);
  });

  it('N19 a boost lifts a clue and a cut lowers it', () => {
    const clues = row('a', 'b', 'c', 'd');
    const boosted = new Walk(clues, { boosts: [{ clue: 'd', by: 10 }], explore: 0 });
    expect(named(boosted.decide(boosted.visit('x', 'a')).next)?.[0]).toBe('d');
    const cut = new Walk(clues, { boosts: [{ clue: 'b', by: 0.1 }], explore: 0 });
    expect(named(cut.decide(cut.visit('x', 'a')).next)).toEqual(['c', 'd', 'b']);
  });

  it('N19 a full clue is suggested to nobody until its teams have moved on', () => {
    const capacity = [{ clue: 'b', teams: 2 }];
    const walk = new Walk(row('a', 'b', 'c', 'd', 'e'), { capacity, explore: 0 });
    const told = ['x', 'y', 'z'].map((team) => {
      return named(walk.decide(walk.visit(team, 'a')).next)?.includes('b');
    });
    expect(told).toEqual([true, true, false]);
    expect(named(walk.decide(walk.visit('late', 'a', 21)).next)?.includes('b')).toBe(true);
  });

  it('N16 sends teams elsewhere as a clue fills', () => {
    const walk = new Walk(row('a', 'b', 'c', 'd', 'e'));
    const firsts = Array.from({ length: 12 }, (_, i) => {
      return named(walk.decide(walk.visit(`t${i}`, 'c')).next)?.[0];
    });
    // One team is no crowd yet.
    expect(firsts.slice(0, 2)).toEqual(['b', 'b']);
    const counts = new Map<string | undefined, number>();
    for (const first of firsts) counts.set(first, (counts.get(first) ?? 0) + 1);
    expect(counts.size).toBeGreaterThan(2);
    expect(Math.max(...counts.values())).toBeLessThan(6);
  });

  it('N16 counts a team that is told the same again once', () => {
    const walk = new Walk(row('a', 'b', 'c', 'd', 'e'));
    walk.decide(walk.visit('x', 'a'));
    const slot = walk.memory?.slots.get('b') ?? -1;
    const before = walk.memory?.crowds.get(slot);
    walk.decide(walk.tell('x', { clues: ['b', 'c'], after: 'a' }));
    expect(walk.memory?.crowds.get(slot)).toBe(before);
    walk.decide(walk.tell('x', { clues: ['e'], after: 'a' }));
    expect(walk.memory?.crowds.get(walk.memory.slots.get('e') ?? -1)).toBeGreaterThan(0);
  });

  it('N13 suggests nothing that closes before the team is there', () => {
    const far = { id: 'far', lon: 0.02, closes: '2026-06-01T18:20:00Z' };
    const walk = new Walk([...row('a', 'b'), placeClue(far)]);
    expect(named(walk.decide(walk.visit('x', 'a')).next)).not.toContain('far');
  });

  it('N18 explores a share of the servings, says how likely each was, and is told the same', () => {
    const walk = new Walk(row(...LETTERS), { explore: 0.3 });
    const served = Array.from({ length: 300 }, (_, i) => {
      return walk.decide(walk.visit(`team-${i}`, 'a')).next ?? [];
    });
    const explored = served.filter((next) => next.at(-1)?.reason === 'explore');
    expect(explored.length / served.length).toBeGreaterThan(0.2);
    expect(explored.length / served.length).toBeLessThan(0.4);
    for (const next of served) {
      const last = next.at(-1);
      const isExplored = last?.reason === 'explore';
      expect(last?.probability).toBeCloseTo(isExplored ? 0.3 / 5 : 0.7, 3);
      expect(next.slice(0, 2).map(({ probability }) => probability)).toEqual([1, 1]);
      expect(new Set(named(next)).size).toBe(3);
    }
  });
});

describe('what comes with a suggestion', () => {
  it('N17 is a word for what speaks for it most, and its figures', () => {
    const walk = new Walk([...row('a', 'b', 'c'), code('plate'), code('stone')]);
    const { next } = walk.decide(walk.visit('x', 'a'));
    expect(next?.map(({ clue, reason }) => `${clue} ${reason}`)).toEqual([
      'b near',
      'c near',
      'plate fitting',
    ]);
    expect(next?.[0]).toMatchObject({ distanceM: 111, wentNext: 0, popularity: 0, chance: 0.6 });
    expect(next?.[2]).not.toHaveProperty('distanceM');
  });

  it('W4 leaves out how far a place is that players have to work out', () => {
    const find = { place: { id: 'b', lat: 0, lon: 0.001, onMap: false } };
    const walk = new Walk([...row('a'), { id: 'b', title: 'b', points: 1, find }]);
    const { next } = walk.decide(walk.visit('x', 'a'));
    expect(next?.[0]).toMatchObject({ clue: 'b' });
    expect(next?.[0]).not.toHaveProperty('distanceM');
  });

  it('N22 is the same without a slot, of which a hunt has a bounded number', () => {
    const names = Array.from({ length: RECOMMEND_LIMITS.slots }, (_, i) => `old-${i}`);
    const slots = new Map(names.map((name, slot) => [name, slot]));
    const draft = new MemoryDraft({ ...newMemory(), names, slots });
    const hunt = compileHunt(HuntDefinition.parse({ ...DEFINITION, rules: [] }), 1);
    if (!hunt.ok) throw new Error('the fixture compiles');
    expect([...draft.tableOf(hunt.hunt).slotOf]).toEqual(hunt.hunt.clues.map(() => -1));
    const trail = draft.solve(draft.trailOf('x'), { id: hunt.hunt.clues[0]?.id ?? '' }, 0);
    expect(trail).toMatchObject({ recent: [], served: undefined });
    expect(draft.change(1)).toMatchObject({ names: undefined, figures: new Map() });
  });
});

describe('the recommend section', () => {
  const file = (recommend: object) => {
    const clues = row('pier', 'mast');
    return JSON.stringify({ trove: 1, slug: 'x', title: 'X', joinCode: 'ABCD', clues, recommend });
  };
  const rulesIn = (recommend: object) => {
    return lintHuntFile(file(recommend)).findings.map(({ rule, path }) => `${rule} ${path}`);
  };

  it('N20 names clues of the hunt, each once, and none both ways', () => {
    expect(rulesIn({ pins: ['pier'], never: ['mast'], explore: 0.2 })).toEqual([]);
    expect(rulesIn({ pins: ['peer'] })).toEqual(['N20 recommend.pins[0]']);
    expect(rulesIn({ never: ['pier', 'pier'] })).toEqual(['N20 recommend.never[1]']);
    expect(rulesIn({ boosts: [{ clue: 'pier', by: 2 }], never: ['pier'] })).toEqual([
      'N20 recommend.boosts[0].clue',
    ]);
    expect(rulesIn({ capacity: [{ clue: 'dock', teams: 4 }] })).toEqual([
      'N20 recommend.capacity[0].clue',
    ]);
  });
});
