import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { exposeChecks } from './exposeChecks.js';

it('shows events and seconds of each check, those that did nothing as 0', async () => {
  const registry = new Registry();
  const counts = new Map([
    ['checks decideEvents', 40],
    ['checks decideNs', 2_500_000],
  ]);
  exposeChecks(registry, { read: () => ({ counts, stages: new Map() }) }, ['decide', 'dedup']);
  const text = await registry.metrics();
  expect(text).toContain('trove_checked_events_total{check="decide"} 40');
  expect(text).toContain('trove_check_seconds_total{check="decide"} 0.0025');
  expect(text).toContain('trove_checked_events_total{check="dedup"} 0');
});
