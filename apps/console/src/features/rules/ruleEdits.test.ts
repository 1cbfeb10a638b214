import { describe, expect, it } from 'vitest';
import { addRule, copyRule, moveRule, removeRule } from './ruleEdits';

const RULES = [{ id: 'new-rule' }, { id: 'new-rule-2' }, { id: 'other' }];

describe('changing the list of rules', () => {
  it('adds one that is sound, under a name of its own', () => {
    expect(addRule(RULES, true)).toMatchObject([{ path: '/rules/-', value: { id: 'new-rule-3' } }]);
    expect(addRule([], false)).toMatchObject([{ path: '/rules', value: [{ id: 'new-rule' }] }]);
  });

  it('copies one right behind itself', () => {
    expect(copyRule(RULES, 1)).toEqual([
      { op: 'add', path: '/rules/2', value: { id: 'new-rule-3' } },
    ]);
    expect(copyRule(RULES, 7)).toEqual([]);
  });

  it('moves one by one place, and not off the ends', () => {
    expect(moveRule(3, 1, -1)).toEqual([{ op: 'move', from: '/rules/1', path: '/rules/0' }]);
    expect(moveRule(3, 0, -1)).toEqual([]);
    expect(moveRule(3, 2, 1)).toEqual([]);
    expect(removeRule(2)).toEqual([{ op: 'remove', path: '/rules/2' }]);
  });
});
