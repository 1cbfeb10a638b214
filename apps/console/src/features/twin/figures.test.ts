import type { TwinRun } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import type { BothSides, TwinAnswer } from './answers';
import { bothRows, standingOf } from './figures';

const run: TwinRun = {
  ...{ at: 10_000, everyS: 10, tookMs: 90, cpuMs: 50, events: 1_000, hunts: 1, divergence: 0 },
  ...{ questions: [], says: undefined },
};
const both = { live: { position: 120 }, twin: { position: 100 } } as BothSides;
const answer: TwinAnswer = {
  ...{ setting: { isOn: true, everyS: 10 }, runs: [run], both, nowMs: 14_000 },
};

describe('how the twin stands', () => {
  it('tells its age, what it is behind and what a run takes', () => {
    expect(standingOf(answer)).toEqual({
      ...{ staleMs: 4_000, behind: 20, cpuMs: 50, events: 1_000, usPerEvent: 50 },
      ...{ coreShare: 0.005, divergence: 0 },
    });
  });

  it('tells nothing of an event where there was none, and nothing before the first run', () => {
    const idle = { ...answer, runs: [{ ...run, events: 0 }], both: undefined };
    expect(standingOf(idle)).toMatchObject({ usPerEvent: undefined, behind: 0 });
    expect(standingOf({ ...answer, runs: [] })).toBeUndefined();
  });
});

it('puts both sides into one table, names of one side too', () => {
  expect(bothRows({ a: 1, b: 5 }, { b: 4, c: 2 })).toEqual([
    { name: 'b', live: 5, twin: 4 },
    { name: 'a', live: 1, twin: 0 },
    { name: 'c', live: 0, twin: 2 },
  ]);
});
