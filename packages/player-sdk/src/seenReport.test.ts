import { describe, expect, it } from 'vitest';
import { SeenReport } from './seenReport.js';

const place = (offset: number) => ({ partition: 2, epoch: 7, offset });

describe('SeenReport', () => {
  it('tells the first at once, and those of the next second together', () => {
    const report = new SeenReport(1_000);
    expect(report.dueInMs(5_000)).toBeUndefined();
    report.saw(place(3));
    expect(report.dueInMs(5_000)).toBe(0);
    expect(report.take(5_000)).toEqual(place(3));
    report.saw(place(4));
    report.saw(place(9));
    expect([report.dueInMs(5_400), report.take(5_400)]).toEqual([600, undefined]);
    expect(report.take(6_000)).toEqual(place(9));
    expect(report.take(9_000)).toBeUndefined();
  });

  it('keeps what it could not tell', () => {
    const report = new SeenReport(1_000);
    report.saw(place(3));
    expect(report.dueInMs(90_000)).toBe(0);
    expect(report.take(90_000)).toEqual(place(3));
  });

  it('tells the place alone, whatever came with it', () => {
    const report = new SeenReport(1_000);
    report.saw({ ...place(3), results: [] } as ReturnType<typeof place>);
    expect(report.take(0)).toEqual(place(3));
  });
});
