import { REPAIR_LIMITS } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { applyPatch } from './applyPatch.js';
import { readRepairPlan } from './repairPlan.js';

const copies = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ op: 'copy', from: '/data', path: `/data/x${i}` }));

describe('reading a repair', () => {
  it.each([
    ['no JSON', '{'],
    ['no list', '{"op":"remove","path":"/a"}'],
    ['an operation nobody knows', '[{"op":"mend","path":"/a"}]'],
    ['the whole document', '[{"op":"replace","path":"","value":1}]'],
    ['a path that is no pointer', '[{"op":"remove","path":"data"}]'],
    ['what every object inherits', '[{"op":"add","path":"/__proto__/x","value":1}]'],
    ['what every object inherits', '[{"op":"add","path":"/data/toString/x","value":1}]'],
    ['the same, as a source', '[{"op":"copy","from":"/constructor","path":"/x"}]'],
    ['more copies than can be undone', JSON.stringify(copies(REPAIR_LIMITS.copies + 1))],
    ['too many operations', JSON.stringify(Array(99).fill({ op: 'remove', path: '/a' }))],
    ['too long a text', `[${' '.repeat(REPAIR_LIMITS.patchChars)}]`],
  ])('RE2 refuses as a patch %s', (_, patch) => {
    const reading = readRepairPlan('true', patch);
    expect(reading).toMatchObject({ isGood: false, part: 'patch' });
  });

  it('RE2 says of which part it speaks', () => {
    expect(readRepairPlan('nope', '[]')).toMatchObject({ isGood: false, part: 'condition' });
    expect(readRepairPlan('true', '[]')).toMatchObject({ isGood: true });
  });

  it('RE2 grows an event by copies no further than its bound says', () => {
    const reading = readRepairPlan('true', JSON.stringify(copies(REPAIR_LIMITS.copies)));
    const event = { data: { text: 'x'.repeat(8_000) } };
    const patched = reading.isGood && applyPatch(event, reading.plan.patch);
    const length = JSON.stringify(patched).length;
    expect(length).toBeLessThan(8_100 * 2 ** REPAIR_LIMITS.copies);
    expect(event).toEqual({ data: { text: 'x'.repeat(8_000) } });
  });

  it('RE2 changes nothing that all objects share', () => {
    const reading = readRepairPlan('true', '[{"op":"add","path":"/data/own","value":1}]');
    if (!reading.isGood) throw new Error(reading.says);
    expect(applyPatch({ data: {} }, reading.plan.patch)).toEqual({
      isGood: true,
      value: { data: { own: 1 } },
    });
    expect(applyPatch('text', reading.plan.patch).isGood).toBe(false);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
