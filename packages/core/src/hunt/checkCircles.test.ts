import { HuntDefinition } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { compileHunt } from './compileHunt.js';
import { base, clue, mistakesIn, mistakesOfFile, read, rule } from './huntMistakes.fixture.js';

describe('clues that wait for each other', () => {
  it('E9 a circle of clues that a rule breaks into is none', () => {
    const clues = [
      clue('a', { requires: { all: ['b'] } }),
      clue('b', { requires: { all: ['a'] } }),
      clue('c'),
    ];
    expect(mistakesIn(clues)).toHaveLength(2);
    expect(mistakesIn(clues, { rules: [rule('r', { unlock: ['a'] })] })).toEqual([]);
  });

  it('E9 clues that rules unlock only after each other can never be tried', () => {
    const locked = (id: string) => clue(id, { locked: true });
    const after = (id: string, on: string) =>
      rule(`r-${id}`, { unlock: [id] }, { when: `verdict == 'solved' && clue.id == '${on}'` });
    const circle = [locked('a'), locked('b'), clue('c')];
    const rules = [after('a', 'b'), after('b', 'a')];
    expect(mistakesOfFile(circle, { rules })).toEqual([
      ['clues[0].locked', expect.stringContaining('through rules "r-a", "r-b"')],
      ['clues[1].locked', expect.stringContaining('through rules "r-b", "r-a"')],
    ]);
    expect(mistakesOfFile([locked('gate'), clue('c')], { rules: [after('gate', 'gate')] })).toEqual(
      [['clues[0].locked', expect.stringContaining('wait for each other, through rule "r-gate"')]],
    );
    const mixed = [clue('a', { requires: { all: ['b'] } }), locked('b'), clue('c')];
    expect(mistakesOfFile(mixed, { rules: [after('b', 'a')] }).map(([path]) => path)).toEqual([
      'clues[0].requires',
      'clues[1].locked',
    ]);
  });

  it('E9 a circle of unlocks is none where a rule can begin it, or that is not certain', () => {
    const locked = (id: string) => clue(id, { locked: true });
    const circle = [locked('a'), locked('b'), clue('c')];
    const unlock = (when: string, id: string) => rule(`r-${id}`, { unlock: [id] }, { when });
    const back = unlock("verdict == 'solved' && clue.id == 'a'", 'b');
    for (const when of [
      "verdict == 'solved' && clue.id in ['b', 'c']",
      "verdict == 'solved' && clue.id != 'b'",
      "verdict == 'locked' && clue.id == 'b'",
      "clue.id == 'b'",
      "verdict == 'solved' || clue.id == 'b'",
      "verdict == 'solved' && (clue.id == 'b' || team.solved > 0)",
    ]) {
      expect(mistakesOfFile(circle, { rules: [unlock(when, 'a'), back] })).toEqual([]);
    }
    const open = [clue('a', { requires: { any: ['b', 'c'] } }), locked('b'), clue('c')];
    expect(mistakesOfFile(open, { rules: [back] })).toEqual([]);
  });

  it('E9 keeps a circle through rules out of files, not from play once it is published', () => {
    const gate = clue('gate', { locked: true });
    const when = "verdict == 'solved' && clue.id == 'gate'";
    const hunt = {
      ...base,
      clues: [gate, clue('c')],
      rules: [rule('r', { unlock: ['gate'] }, { when })],
    };
    expect(read(hunt)).toMatchObject({ ok: false, mistakes: [{ rule: 'H5' }] });
    expect(compileHunt(HuntDefinition.parse(hunt), 3)).toMatchObject({ ok: true });
  });
});
