import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { exposeTotals, type StageBuckets, type Totals } from './exposeTotals.js';

function exposed(totals: Totals): Registry {
  const registry = new Registry();
  const source = { bucketsSeconds: [0.001, 0.1], read: () => totals };
  exposeTotals(registry, source, ['acks', 'outcomes']);
  return registry;
}

it('shows totals as counters, as they stand at each scrape', async () => {
  const counts = new Map([['outcomes accepted night', 3]]);
  const registry = exposed({ counts, stages: new Map() });
  expect(await registry.metrics()).toContain(
    'trove_events_total{outcome="accepted",hunt="night"} 3',
  );
  counts.set('outcomes accepted night', 5);
  counts.set('acks busy', 1);
  const text = await registry.metrics();
  expect(text).toContain('trove_events_total{outcome="accepted",hunt="night"} 5');
  expect(text).toContain('trove_acks_total{ack="busy"} 1');
});

it('shows the buckets of a stage added up, with sum and count', async () => {
  const whole: StageBuckets = { counts: [2, 3, 1], sumSeconds: 0.75 };
  const registry = exposed({ counts: new Map(), stages: new Map([['whole', whole]]) });
  expect((await registry.metrics()).split('\n').slice(-8)).toEqual([
    expect.stringMatching(/^# HELP trove_event_duration_seconds /),
    '# TYPE trove_event_duration_seconds histogram',
    'trove_event_duration_seconds_bucket{stage="whole",le="0.001"} 2',
    'trove_event_duration_seconds_bucket{stage="whole",le="0.1"} 5',
    'trove_event_duration_seconds_bucket{stage="whole",le="+Inf"} 6',
    'trove_event_duration_seconds_sum{stage="whole"} 0.75',
    'trove_event_duration_seconds_count{stage="whole"} 6',
    '',
  ]);
});
