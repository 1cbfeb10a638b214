import { describe, expect, it } from 'vitest';
import { after, code, findingsIn, huntOf, rule, told } from './lint.fixture.js';

describe('clues that lead nowhere', () => {
  it('Q4 finds the clue that branches off a line and ends, and no side ways', () => {
    const hunt = [code('a'), code('b', after('a')), code('c', after('b')), code('d', after('c'))];
    const side = code('x', after('a'));
    expect(told(hunt)).toEqual([]);
    expect(told([...hunt, side])).toEqual(['Q4 clues[4].id']);
    expect(told([side, ...hunt])).toEqual(['Q4 clues[0].id']);
    expect(told([...hunt, side, code('y', after('b'))])).toEqual([]);
    expect(told([...hunt, code('x')])).toEqual([]);
    expect(told([...hunt, code('x', after('c'))])).toEqual([]);
    const joined = code('e', after('d', 'x'));
    expect(told([...hunt, side, joined])).toEqual([]);
    const rules = [rule("verdict == 'solved' && clue.id == 'x'")];
    expect(told([...hunt, side], { rules })).toEqual([]);
  });

  it('Q4 counts what rules unlock after solves they name as waiting for them', () => {
    const gate = code('gate', { locked: true });
    const hunt = [code('a'), code('b', after('a')), gate, code('d', after('gate'))];
    const side = code('x', after('a'));
    const unlock = (when: string) => ({ rules: [rule(when, { then: { unlock: ['gate'] } })] });
    const named = unlock("verdict == 'solved' && clue.id == 'b'");
    expect(told([...hunt, side], named)).toEqual(['Q4 clues[4].id']);
    expect(told(hunt, named)).toEqual([]);
    for (const when of ["verdict == 'solved' && team.solved > 2", "clue.id == 'b'"]) {
      expect(told([...hunt, side], unlock(when))).toEqual([]);
    }
    const counting = "verdict == 'solved' && clue.id in ['a', 'b', 'x'] && team.solved > 2";
    expect(told([...hunt, side, code('y', after('a'))], unlock(counting))).toEqual([]);
  });

  it('Q4 finds the one way that a finale leaves out', () => {
    const way = (name: string) => [
      code(`${name}1`, after('a')),
      code(`${name}2`, after(`${name}1`)),
    ];
    const ways = (...names: string[]) => [code('a'), ...names.flatMap(way)];
    const finale = (...ids: string[]) => code('end', { ...after(...ids), points: 50 });
    expect(told([...ways('n', 's', 'w'), finale('n2', 's2')])).toEqual(['Q4 clues[6].id']);
    expect(told([...ways('n', 's', 'w'), finale('n2', 's2', 'w2')])).toEqual([]);
    expect(told([...ways('n', 's'), finale('n2')])).toEqual(['Q4 clues[4].id']);
    const [left] = findingsIn(huntOf([...ways('n', 's'), finale('n2')]));
    expect(left?.mend).toContain('Let "end" require "s2" too');
  });

  it('Q4 leaves side ways, ways without a finale and two ends alone', () => {
    const way = (name: string) => [
      code(`${name}1`, after('a')),
      code(`${name}2`, after(`${name}1`)),
    ];
    const ways = (...names: string[]) => [code('a'), ...names.flatMap(way)];
    const finale = (...ids: string[]) => code('end', { ...after(...ids), points: 50 });
    expect(told([...ways('n', 's'), code('n3', after('n2'))])).toEqual([]);
    const both = [...ways('n', 's'), finale('n2', 's2')];
    expect(told([...both, code('side', after('a'))])).toEqual([]);
    expect(told([...both, code('alone')])).toEqual([]);
    expect(told([...ways('n', 's', 'w', 'e'), finale('n2', 's2')])).toEqual([]);
    const rules = [rule("verdict == 'solved' && clue.id == 'w2'")];
    expect(told([...ways('n', 's', 'w'), finale('n2', 's2')], { rules })).toEqual([]);
    const any = code('end', { requires: { any: ['n2', 's2'] }, points: 50 });
    expect(told([...ways('n', 's', 'w'), any])).toEqual([]);
  });
});
