import { MetricsCollector } from '@trove/streams';
import { expect, it } from 'vitest';
import { type MeasuredCommit, measureCommit } from './measureCommit.js';

/** Three events of one hunt and one of another, decided as one chunk. */
function commitOf(spent: MeasuredCommit['spent']): MeasuredCommit {
  const rows = ['heron', 'heron', 'owl', 'heron'].map((hunt) => {
    return { event: { hunt }, entry: 0, outcome: 'accepted', verdict: 'noted', points: 0 };
  });
  const decision = { entries: [{ appendedAtUs: 0 }], results: rows, hunts: [] };
  return { decision, decidedAtUs: 10, committedAtUs: 20, spent } as unknown as MeasuredCommit;
}

const NOTHING_ASKED = { askUs: 0, asked: new Map() };

function checksOf(spent: MeasuredCommit['spent']) {
  const metrics = new MetricsCollector('worker-1', 'worker');
  measureCommit(metrics, commitOf(spent));
  const { hunts } = metrics.takeFrame(0, 0);
  return [hunts['heron']?.checks, hunts['owl']?.checks];
}

it('gives each hunt of a chunk its share of the time, by its events', () => {
  expect(checksOf({ ...NOTHING_ASKED, decideUs: 80, dedupUs: 8 })).toEqual([
    { decideEvents: 3, decideNs: 60_000, dedupEvents: 3, dedupNs: 6_000 },
    { decideEvents: 1, decideNs: 20_000, dedupEvents: 1, dedupNs: 2_000 },
  ]);
});

it('says nothing of dedup where the store cannot tell', () => {
  expect(checksOf({ ...NOTHING_ASKED, decideUs: 80, dedupUs: undefined })).toEqual([
    { decideEvents: 3, decideNs: 60_000 },
    { decideEvents: 1, decideNs: 20_000 },
  ]);
});

it('tells what a hunt asked itself apart from deciding, and of no hunt that asked nothing', () => {
  const asked = new Map([['heron', 2]]);
  expect(checksOf({ decideUs: 80, askUs: 8, asked, dedupUs: undefined })).toEqual([
    { expectationsEvents: 2, expectationsNs: 8_000, decideEvents: 3, decideNs: 54_000 },
    { decideEvents: 1, decideNs: 18_000 },
  ]);
});
