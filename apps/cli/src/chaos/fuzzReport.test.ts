/** A long run is kept only when what was hostile came all the way and did no harm there. */
import { describe, expect, it } from 'vitest';
import { fuzzReport, fuzzText, type Leg } from './fuzzReport.js';

const COUNTS = { sent: 100, answered: 90, closed: 10, failed: 0, silent: 0, appended: 20 };
const FOUND = { acked: 10, scored: 10, lost: 0, doubled: 0, violations: [] };

function leg(more: Partial<Leg> = {}): Leg {
  return {
    counts: { ...COUNTS, codes: { ok: 60, malformed: 30 } },
    waits: { quiet: [10, 10], hostile: [10, 11] },
    found: FOUND,
    deaths: [],
    ...{ decided: 21, quarantined: 5 },
    ...more,
  };
}

const OPTIONS = { minutes: 1, seed: 7 };
const withCounts = (more: Partial<Leg['counts']>) => ({ ...leg().counts, ...more });

describe('a long run of hostile input', () => {
  it('is kept where all was answered, some of it decided, and nobody noticed', () => {
    const report = fuzzReport(OPTIONS, [leg(), leg()]);
    const sums = { sent: 200, appended: 40, decided: 42, quarantined: 10, decidedShare: 0.2 };
    expect(report).toMatchObject({ ...sums, codes: { ok: 120, malformed: 60 }, isKept: true });
    const text = fuzzText(report);
    expect(text).toContain('answers: ok 120, malformed 60');
    expect(text).toContain('40 events appended, 42 decided (0.2 of what was sent)');
  });

  it.each([
    ['too little of it came into the log', { counts: withCounts({ appended: 9 }) }],
    ['not all that came into the log was decided', { decided: 19 }],
    ['none of it rests in quarantine', { quarantined: 0 }],
    ['an answer was the fault of a server', { counts: withCounts({ failed: 1 }) }],
    ['something had no answer', { counts: withCounts({ silent: 1 }) }],
    ['a process has ended', { deaths: ['ingest-0 ended by itself (1)'] }],
    ['others lost something', { found: { ...FOUND, lost: 1 } }],
    ['others waited longer', { waits: { quiet: [10], hostile: [13] } }],
  ])('is missed where %s', (_, more) => {
    const report = fuzzReport(OPTIONS, [leg(), leg(more)]);
    expect(report.isKept).toBe(false);
    expect(fuzzText(report)).toMatch(/missed$/);
  });
});
