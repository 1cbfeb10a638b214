/** Recovery counts from the fault, for the slowest of those it hit. */
import { expect, it } from 'vitest';
import type { OutFact } from './oracle/facts.js';
import { recoveryMs } from './recovery.js';

function effect(partition: number, ms: number, source = '/a'): OutFact {
  const row = { partition, epoch: 1, position: 0, id: '', hunt: '', team: '', points: 0 };
  return { ...row, source, outcome: 'accepted', committedAtUs: ms * 1000 };
}

const at = (fromMs: number, afterMs: number) => ({
  fromUs: fromMs * 1000,
  afterUs: afterMs * 1000,
});

it('takes the slowest partition that was hit', () => {
  const outs = [
    [effect(0, 90), effect(0, 130)],
    [effect(1, 105), effect(1, 400)],
  ];
  expect(recoveryMs(at(100, 110), outs)).toBe(300);
  expect(recoveryMs({ ...at(100, 110), partitions: [0] }, outs)).toBe(30);
});

it('looks at the sources that were hit', () => {
  const outs = [[effect(0, 120, '/a'), effect(0, 180, '/b')]];
  expect(recoveryMs({ ...at(100, 110), sources: ['/a', '/b'] }, outs)).toBe(80);
});

it('tells when there is no effect any more', () => {
  expect(recoveryMs(at(100, 110), [[effect(0, 90)]])).toBeUndefined();
});

it('takes the longest silence of a blow that lasts', () => {
  const outs = [[110, 120, 180, 190, 210].map((ms) => effect(0, ms))];
  expect(recoveryMs({ ...at(100, 200), lasts: true }, outs)).toBe(60);
});
