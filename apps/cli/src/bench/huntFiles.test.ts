import { decide, type LoggedEvent } from '@trove/core';
import { compiled, emptyView, huntDefinition, playEvent, published } from '@trove/testkit';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { benchHunt } from './huntFiles.js';
import { makeTemplates } from './templates.js';

const HUNT = 'bench-1';
const rules = compiled(huntDefinition(parse(benchHunt(HUNT))));

const events = makeTemplates([HUNT], 2_000).map(({ middle, end }, number): LoggedEvent => {
  const { type, data, player, team } = JSON.parse(`{"id":"${middle}${end}`);
  return { ...playEvent(type, data, { number, team, hunt: HUNT }), player };
});

it('asks something of the load, and takes none of its events away', () => {
  const entry = { id: '1-0', appendedAtUs: 0, door: 'd', isReplay: false };
  const publication = { ...published('a'.repeat(64), 1), hunt: HUNT };
  const entries = [{ ...entry, events: [publication, ...events, ...events.map(again)] }];
  const chunk = { entries, decided: 0, repeats: new Map(), poisoned: new Set<number>() };
  const { results } = decide(chunk, emptyView(rules));
  expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']));
  expect(results.some(({ extras }) => extras?.unmet !== undefined)).toBe(false);
  expect(results.some(({ observed }) => observed === 'fingerprint')).toBe(true);
});

/** The same said again under another id. */
function again(event: LoggedEvent): LoggedEvent {
  return { ...event, identity: `${event.identity.slice(0, -1)}x` };
}
