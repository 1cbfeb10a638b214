import type { LogEntry } from '@trove/core';
import { compiled, emptyView, huntDefinition, playEvent, published, T0 } from '@trove/testkit';
import { expect, it } from 'vitest';
import { decideSafely } from './decideSafely.js';

const BUG = new Error('a planted bug');
const POISON = 'POISON';

/** Rules that throw when a code is looked up, and how often they were asked for. */
function poisoned() {
  const sound = compiled(huntDefinition());
  const clueByCode = new Map(sound.clueByCode);
  clueByCode.get = (code) => {
    if (code === POISON) throw BUG;
    return sound.clueByCode.get(code);
  };
  let asked = 0;
  const view = emptyView({ ...sound, clueByCode });
  const hunt: typeof view.hunt = (slug) => {
    asked += 1;
    return view.hunt(slug);
  };
  return { view: { ...view, hunt }, decisions: () => asked };
}

function entryOf(codes: readonly string[]): LogEntry {
  const events = codes.map((code, i) => playEvent('code.scanned.v1', { code }, { number: i + 2 }));
  const all = [published('a'.repeat(64), 1), ...events];
  return { id: '1-0', door: 'd', appendedAtUs: T0 * 1000, isReplay: false, events: all };
}

it('takes each event that can’t be decided out at one look, and keeps why', () => {
  const codes = Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? POISON : 'CLOCK'));
  const { view, decisions } = poisoned();
  const chunk = { entries: [entryOf(codes)], decided: 0, repeats: new Map() };
  const { decision, poisoned: out } = decideSafely(chunk, view);
  const outcomes = decision.results.slice(1).map(({ outcome }) => outcome);
  expect(outcomes).toEqual(codes.map((code) => (code === POISON ? 'quarantined' : 'accepted')));
  expect([...out.values()].every((why) => why === BUG)).toBe(true);
  expect(decisions()).toBe(100 + 1);
});
