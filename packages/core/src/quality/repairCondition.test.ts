import { REPAIR_LIMITS } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { SCAN } from './quality.fixture.js';
import { repairCondition } from './repairCondition.js';

function isTrue(text: string, event: unknown = SCAN): boolean {
  const condition = repairCondition(text);
  if (!condition.isGood) throw new Error(condition.says);
  return condition.matches(event);
}

describe('the condition of a repair', () => {
  it('RE1 asks the event as it was sent, whatever it holds', () => {
    expect(isTrue('event.type == "code.scanned.v1" && event.data.code == " x"')).toBe(true);
    expect(isTrue('event["data"]["code"].startsWith("y")')).toBe(false);
    expect(isTrue('event.data.code.trim() in ["x", "z"] || size(event.team) > 9')).toBe(true);
    expect(isTrue('event.data.lat > 90', { data: { lat: 91 } })).toBe(true);
    expect(isTrue('has(event.data.code) && !has(event.nothing)')).toBe(true);
  });

  it.each([
    ['event.data.nothing == 1', SCAN],
    ['event.data.code > 1', SCAN],
    ['event.data.code', SCAN],
    ['true', [1]],
    ['true', null],
    ['event.data == 1', 'text'],
  ])('RE1 is false where it has no answer: %s', (text, event) => {
    expect(isTrue(text, event)).toBe(false);
  });

  it.each([
    'event.data.code.matches("^(a+)+$")',
    'event.data.list.exists(x, x == 1)',
    'event.data.list.map(x, x + x)',
    'cel.bind(x, event.type + event.type, x == "")',
    '{"a": 1}.a == 1',
    'player == "ada"',
    'event.data.code ==',
    '1 + 2',
    `${'!'.repeat(30_000)}true`,
    '(((((((((((((((((((((((((true)))))))))))))))))))))))))',
    Array.from({ length: 200 }, () => 'true').join(' && '),
    'x'.repeat(REPAIR_LIMITS.conditionChars + 1),
  ])('RE2 says in one line what is wrong, and throws nothing: %#', (text) => {
    const condition = repairCondition(text);
    expect(condition.isGood).toBe(false);
    if (!condition.isGood) expect(condition.says).toMatch(/^[^\n]+\.$/);
  });
});
