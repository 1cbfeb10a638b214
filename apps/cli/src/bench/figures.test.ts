import { describe, expect, it } from 'vitest';
import type { BenchReport } from './bench.js';
import { benchRows, benchTable } from './benchText.js';
import { cpuMicrosIn, cpuPerEvent, residentBytesIn } from './cpuTimes.js';
import { medianBy, quantilesOf } from './quantiles.js';
import { readReplyFrame } from './replyFrame.js';
import { resultsMarkdown } from './resultsMarkdown.js';
import { socketsSection, withSection } from './sockets/socketsText.js';

describe('quantiles', () => {
  it('are taken of all samples', () => {
    const samples = Float64Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(quantilesOf(samples)).toEqual({ p50Ms: 50, p95Ms: 95, p99Ms: 99, maxMs: 100 });
    expect(quantilesOf(Float64Array.of(3)).p99Ms).toBe(3);
  });

  it('take the median of runs', () => {
    expect(medianBy([5, 1, 3], (value) => value)).toBe(3);
    expect(medianBy([4, 1], (value) => value)).toBe(1);
  });
});

describe('processor time', () => {
  it('is read behind a name of any kind', () => {
    const stat = '7 (a) b (c)) S 1 7 7 0 -1 4194560 1 0 0 0 120 30 0 0 20 0 11 0 100 1 2';
    expect(cpuMicrosIn(stat)).toBe(1_500_000);
    expect(residentBytesIn('Name:\tx\nVmRSS:\t   2048 kB\n')).toBe(2_097_152);
  });

  it('is divided by the events of the span', () => {
    const from = { ingest: 1_000, worker: 0, redis: 500, console: 0, postgres: 10, archive: 0 };
    const to = {
      ingest: 3_000,
      worker: 4_500,
      redis: 500,
      console: 1_000,
      postgres: 510,
      archive: 2_000,
    };
    const perEvent = { ingest: 2, worker: 4.5, redis: 0, console: 1, postgres: 0.5, archive: 2 };
    expect(cpuPerEvent(from, to, 1_000)).toEqual(perEvent);
  });
});

describe('answers', () => {
  const reply = (value: object) => JSON.stringify([{ serverTime: 't', ...value }]);

  it('are told apart without parsing the common one', () => {
    expect(readReplyFrame(`[{"ok":true,"acks":["appended"]}]`)).toEqual({ refused: 0 });
    const busy = reply({ ok: true, acks: ['busy', 'busy'], retryAfterMs: 40 });
    expect(readReplyFrame(busy)).toEqual({ refused: 0, retryAfterMs: 40 });
    const refused = reply({ ok: true, acks: ['appended', 'invalid'], errors: {} });
    expect(readReplyFrame(refused)).toEqual({ refused: 1 });
    const error = { code: 'rate_limited', retryAfterMs: 9 };
    expect(readReplyFrame(reply({ ok: false, error }))).toEqual({ refused: 0, retryAfterMs: 9 });
  });
});

describe('the report', () => {
  const report: BenchReport = {
    batch: {
      eventsPerSecond: 160_000,
      cpuMicrosPerEvent: { ingest: 3, worker: 2.5, redis: 1.2 },
      runs: [150_000, 160_000, 170_000],
      events: 1_000,
      rewriteSeconds: 2,
      besideMicrosPerEvent: { generator: 1.5, console: 0.1, postgres: 0.2, archive: 0.3 },
    },
    checked: {
      eventsPerSecond: 120_000,
      cpuMicrosPerEvent: { ingest: 3.1, worker: 4, redis: 1.2 },
      checkMicrosPerEvent: { contract: 1.1, decide: 2.2 },
    },
    single: [{ ratePerSecond: 1_000, durability: 'disk', p50Ms: 1, p95Ms: 3, p99Ms: 9, maxMs: 20 }],
    naive: { eventsPerSecond: 8_000 },
    ratio: 20,
    bytesPerId: 88,
    durability: 'disk',
    overload: {
      offeredPerSecond: 480_000,
      takenPerSecond: 150_000,
      busyPackets: 40,
      maxLag: 61_000,
      maxIngestMb: 300,
      maxWorkerMb: 200,
    },
    sockets: {
      connections: 2_000,
      kbPerConnection: 21.5,
      doorMb: 160,
      fanOut: {
        each: { p50Ms: 12, p95Ms: 20, p99Ms: 24, maxMs: 30 },
        last: { p50Ms: 25, p95Ms: 28, p99Ms: 30, maxMs: 30 },
      },
      result: { p50Ms: 1.5, p95Ms: 3, p99Ms: 6, maxMs: 9 },
    },
  };
  const verdictOf = (what: string) => benchRows(report).find((row) => row.what === what)?.verdict;

  it('holds each figure against its floor and goal', () => {
    expect(verdictOf('batched, end to end')).toBe('floor');
    expect(verdictOf('server CPU for each event')).toBe('goal');
    expect(verdictOf('singles 1,000/s, disk: p50')).toBe('floor');
    expect(verdictOf('singles 1,000/s, disk: p99')).toBe('missed');
  });

  it.each([
    { figure: { maxLag: 340_000 }, what: 'overload: most undecided', verdict: 'floor' },
    { figure: { maxLag: 340_001 }, what: 'overload: most undecided', verdict: 'missed' },
    { figure: { maxIngestMb: 1_001 }, what: 'overload: most memory of ingest', verdict: 'missed' },
    { figure: { maxWorkerMb: 1_000 }, what: 'overload: most memory of worker', verdict: 'floor' },
  ])('holds an overload with $figure to its bounds: $verdict', ({ figure, what, verdict }) => {
    const overload = { ...report.overload, ...figure };
    expect(benchRows({ ...report, overload }).find((row) => row.what === what)).toMatchObject({
      verdict,
    });
  });

  it('names the machine and every run', () => {
    const machine = {
      processor: 'P',
      cores: 2,
      memoryGib: 8,
      system: 'Linux',
      node: '20',
      date: '2026-01-01',
      loadAverage: 0.1,
      disk: { p50Ms: 0.7, p95Ms: 1, p99Ms: 2, maxMs: 3 },
    };
    const text = resultsMarkdown(report, machine, { runs: 3, seconds: 60, isQuick: false });
    expect(text).toContain('2 cores (P)');
    expect(text).toContain('kept a write within 0.7 ms');
    expect(text).toContain('150,000, 160,000, 170,000');
    expect(benchTable(report)).toContain('missed');
    expect(text).toContain('| connections held | 2,000 |');
  });

  it('has the sockets measured alone put in the place of those before', () => {
    const first = withSection('# Results\n\nrows\n', socketsSection(report.sockets, 'here'));
    const more = { ...report.sockets, connections: 4_000 };
    const second = withSection(first, socketsSection(more, 'there'));
    expect(second).toMatch(/^# Results\n\nrows\n\n## Sockets\n\nthere\n/);
    expect(second).toContain('| connections held | 4,000 |');
    expect(second).not.toContain('2,000');
  });
});
