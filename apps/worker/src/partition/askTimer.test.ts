import { decide, type LoggedEvent } from '@trove/core';
import { compiled, emptyView, huntDefinition, playEvent, published } from '@trove/testkit';
import { expect, it } from 'vitest';
import { AskTimer } from './askTimer.js';

const EXPECTATION = {
  id: 'short',
  on: 'code.scanned.v1',
  expect: { field: 'code', oneOf: ['CLOCK'] },
  otherwise: 'refuse',
};
const rules = compiled(huntDefinition({ quality: { expectations: [EXPECTATION] } }));

function decided(timer: AskTimer, events: readonly LoggedEvent[]) {
  const entry = { id: '1-0', appendedAtUs: 0, door: 'd', isReplay: false };
  const entries = [{ ...entry, events: [published('a'.repeat(64), 1), ...events] }];
  const chunk = { entries, decided: 0, repeats: new Map(), poisoned: new Set<number>() };
  return decide({ ...chunk, askHunt: timer.ask }, emptyView(rules)).results;
}

it('counts every event that its hunt asks something of, and times one in sixteen', () => {
  let nowMs = 0;
  const timer = new AskTimer(() => {
    nowMs += 0.001;
    return nowMs;
  });
  const scans = Array.from({ length: 32 }, (_, i) => {
    return playEvent('code.scanned.v1', { code: i === 3 ? 'NOPE' : 'CLOCK' }, { number: i });
  });
  const report = playEvent('location.reported.v1', { lat: 1, lon: 1 }, { number: 99 });
  const results = decided(timer, [...scans, report]);
  const { asked, askUs } = timer.read();
  expect([...asked]).toEqual([['test-hunt', 32]]);
  expect(askUs).toBeCloseTo(32);
  expect(Math.round(nowMs * 1_000)).toBe(4);
  expect(results.filter(({ outcome }) => outcome === 'invalid')).toHaveLength(1);
});

it('tells nothing where no hunt asks anything', () => {
  expect(new AskTimer().read()).toEqual({ asked: new Map(), askUs: 0 });
});
