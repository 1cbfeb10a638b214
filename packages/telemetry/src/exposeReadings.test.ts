import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { exposeReadings } from './exposeReadings.js';

const metrics = [
  {
    name: 'trove_lag',
    help: 'lag',
    labels: ['partition'],
    values: (lags: readonly number[]) =>
      lags.map((lag, partition) => [lag, { partition }] as const),
  },
  { name: 'trove_sum', help: 'sum', values: (lags: readonly number[]) => [[lags.length]] as const },
];

it('reads once for all metrics of one scrape', async () => {
  const registry = new Registry();
  let reads = 0;
  const read = async () => {
    reads += 1;
    return [4, 0];
  };
  exposeReadings(registry, { what: 'partitions', read, metrics });
  const text = await registry.metrics();
  expect(text).toContain('trove_lag{partition="0"} 4\ntrove_lag{partition="1"} 0');
  expect(text).toContain('trove_sum 2');
  expect(reads).toBe(1);
});

it('leaves out what could not be read, and counts it', async () => {
  const registry = new Registry();
  const read = () => Promise.reject<readonly number[]>(new Error('away'));
  exposeReadings(registry, { what: 'partitions', read, metrics });
  await registry.metrics();
  const text = await registry.metrics();
  expect(text).not.toMatch(/^trove_(lag|sum)/m);
  expect(text).toContain('trove_scrape_failures_total{reading="partitions"} 1');
});
