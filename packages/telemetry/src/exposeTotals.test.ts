import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { exposeTotals } from './exposeTotals.js';

it('shows totals as counters, as they stand at each scrape', async () => {
  const registry = new Registry();
  const totals = new Map([['outcomes accepted', 3]]);
  exposeTotals(registry, totals);
  expect(await registry.metrics()).toContain('trove_events_total{outcome="accepted"} 3');
  totals.set('outcomes accepted', 5);
  totals.set('acks busy', 1);
  const text = await registry.metrics();
  expect(text).toContain('trove_events_total{outcome="accepted"} 5');
  expect(text).toContain('trove_acks_total{ack="busy"} 1');
});
