/** What a process tells Prometheus, between frames and after them. */
import { expect, it } from 'vitest';
import { MetricsCollector } from './metricsCollector.js';
import { STAGE_BUCKETS_S, TOTALS_HUNTS } from './processTotals.js';

it('counts the same whether a frame was taken or not', () => {
  const metrics = new MetricsCollector('ingest-1', 'ingest');
  metrics.of('night').count('acks', 'appended', 3);
  metrics.countUnattributed('malformed');
  const before = metrics.totalsNow();
  metrics.takeFrame(0, 0);
  expect(metrics.totalsNow()).toEqual(before);
  metrics.of('day').count('acks', 'appended', 2);
  expect(Object.fromEntries(metrics.totalsNow().counts)).toEqual({
    'acks appended': 5,
    'unattributed malformed': 1,
  });
});

it('puts durations in buckets by their weight, with their sum', () => {
  const metrics = new MetricsCollector('ingest-1', 'ingest');
  metrics.of('night').stage('whole', 700, 10);
  metrics.takeFrame(0, 0);
  metrics.of('night').stage('whole', 20_000_000, 1);
  const buckets = metrics.totalsNow().stages.get('whole');
  expect(buckets?.counts[STAGE_BUCKETS_S.indexOf(0.001)]).toBe(10);
  expect(buckets?.counts.at(-1)).toBe(1);
  expect(buckets?.sumSeconds).toBeCloseTo(20.007, 6);
});

it('names a bounded number of hunts, and those it has named for good', () => {
  const metrics = new MetricsCollector('worker-1', 'worker');
  for (let i = 0; i < TOTALS_HUNTS + 10; i += 1) {
    metrics.of(`hunt-${i}`).count('outcomes', 'accepted');
    metrics.takeFrame(0, 0);
  }
  metrics.of('hunt-0').count('outcomes', 'accepted');
  const { counts } = metrics.totalsNow();
  expect(counts.get('outcomes accepted hunt-0')).toBe(2);
  expect(counts.get('outcomes accepted *')).toBe(10);
  expect(counts.size).toBe(TOTALS_HUNTS + 1);
});
