import { expect, it } from 'vitest';
import { ArchiveTurns } from './archiveTurns.js';
import { ARCHIVER_LIMITS } from './limits.js';

const WORK_MS = 200;
const HOUR_MS = 3_600_000;
const NOW_MS = 100 * HOUR_MS;

/** Looks at every partition each second, the first one first; tells who wrote, in order. */
function written(
  turns: ArchiveTurns,
  due: readonly boolean[],
  { seconds, fromMs = 0 }: { seconds: number; fromMs?: number },
): number[] {
  const wrote: number[] = [];
  for (let second = 1; second <= seconds; second += 1) {
    due.forEach((isDue, partition) => {
      const beganMs = fromMs + second * 1_000 + partition;
      if (!turns.mayWrite(partition, beganMs)) return;
      const files = isDue ? 1 : 0;
      turns.served(partition, { beganMs, endedMs: beganMs + WORK_MS * files, files });
      if (isDue) wrote.push(partition);
    });
  }
  return wrote;
}

it('rests after each file, nine times as long as it has worked at it', () => {
  const turns = new ArchiveTurns();
  turns.served(0, { beganMs: 10_000, endedMs: 14_000, files: 4 });
  const restMs = 1_000 * ARCHIVER_LIMITS.restPerWork;
  expect(turns.mayWrite(1, 14_000 + restMs - 1)).toBe(false);
  expect(turns.mayWrite(1, 14_000 + restMs)).toBe(true);
});

it('does not rest for an hour because the clock was put back by one', () => {
  const turns = new ArchiveTurns();
  turns.served(0, { beganMs: NOW_MS, endedMs: NOW_MS + WORK_MS, files: 1 });
  expect(turns.mayWrite(1, NOW_MS + WORK_MS + 1)).toBe(false);
  expect(turns.mayWrite(1, NOW_MS - HOUR_MS)).toBe(true);
});

it('lets every partition have its turn after the clock was put back', () => {
  const turns = new ArchiveTurns();
  const always = [true, true, true, true];
  written(turns, always, { seconds: 5, fromMs: NOW_MS });
  const wrote = written(turns, always, { seconds: 60, fromMs: NOW_MS - HOUR_MS });
  const counts = always.map((_, partition) => wrote.filter((one) => one === partition).length);
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  expect(wrote.length).toBeGreaterThan(15);
});

it('lets every partition have its turn, however much waits in the first', () => {
  const always = [true, true, true, true];
  const wrote = written(new ArchiveTurns(), always, { seconds: 60 });
  const counts = always.map((_, partition) => wrote.filter((one) => one === partition).length);
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  expect(wrote.length).toBeGreaterThan(15);
});

it('waits for nobody who has nothing to write, or whom another worker has', () => {
  const some = [true, false, false, true];
  const wrote = written(new ArchiveTurns(), some, { seconds: 60 });
  expect(wrote.filter((one) => one === 0).length).toBeGreaterThan(8);
  expect(wrote.filter((one) => one === 3).length).toBeGreaterThan(8);
});
