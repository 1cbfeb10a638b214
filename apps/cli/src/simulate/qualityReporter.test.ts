import type { QualityReport } from '@trove/contracts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Meter } from './meter.js';
import { QualityReporter } from './qualityReporter.js';

let meter: Meter;
let taken: QualityReport[];
let said: string[];
let trouble: string | undefined;
let reporter: QualityReporter;

beforeEach(() => {
  vi.useFakeTimers();
  meter = new Meter();
  taken = [];
  said = [];
  trouble = undefined;
  const client = {
    reportQuality(report: QualityReport) {
      taken.push(report);
      const answer = { counted: true };
      return trouble === undefined ? Promise.resolve(answer) : Promise.reject(new Error(trouble));
    },
  };
  const meters = () => [meter];
  reporter = new QualityReporter({ client, hunt: 'h', meters, say: (line) => said.push(line) });
});
afterEach(() => vi.useRealTimers());

function late(id: string): void {
  meter.expect(id, 'late');
  meter.answer(id, { outcome: 'late' });
}

it('tells once a second what is new, and nothing when nothing is', async () => {
  late('a');
  await vi.advanceTimersByTimeAsync(3_000);
  late('b');
  late('c');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(taken).toMatchObject([
    { hunt: 'h', number: 1, truth: { 'late>late': 1 } },
    { hunt: 'h', number: 2, truth: { 'late>late': 2 } },
  ]);
  expect(taken[0]?.run).toBe(taken[1]?.run);
});

it('sends a report that failed again as it was, and says the trouble once', async () => {
  trouble = 'the server is away';
  late('a');
  await vi.advanceTimersByTimeAsync(1_000);
  late('b');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(taken).toHaveLength(3);
  expect(new Set(taken.map((report) => JSON.stringify(report))).size).toBe(1);
  expect(said).toEqual(['quality is not reported: the server is away']);
  trouble = undefined;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(taken.slice(3)).toMatchObject([
    { number: 1, truth: { 'late>late': 1 } },
    { number: 2, truth: { 'late>late': 1 } },
  ]);
});

it('tells what is left at the end, and no more after it', async () => {
  late('a');
  await reporter.close();
  late('b');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(taken).toMatchObject([{ number: 1, truth: { 'late>late': 1 } }]);
});
