/** Shows what each check looked at and the time that took, from the same totals as the counters. */
import type { Registry } from 'prom-client';
import { exposeReadings, type Reading } from './exposeReadings.js';
import type { Totals, TotalsSource } from './exposeTotals.js';

/** `checks`: those this process runs; each has two counts, `checks <check>Events` and `…Ns`. */
export function exposeChecks(
  registry: Registry,
  { read }: Pick<TotalsSource, 'read'>,
  checks: readonly string[],
): void {
  exposeReadings(registry, {
    what: 'checks',
    read,
    metrics: [
      checkReading(checks, {
        name: 'trove_checked_events_total',
        help: 'Events that a check looked at.',
        of: ({ counts }, check) => counts.get(`checks ${check}Events`) ?? 0,
      }),
      checkReading(checks, {
        name: 'trove_check_seconds_total',
        help: 'Seconds that a check took for all events it looked at.',
        of: ({ counts }, check) => (counts.get(`checks ${check}Ns`) ?? 0) / 1e9,
      }),
    ],
  });
}

interface CheckReading extends Pick<Reading<Totals>, 'name' | 'help'> {
  of(totals: Totals, check: string): number;
}

function checkReading(checks: readonly string[], { of, ...about }: CheckReading): Reading<Totals> {
  return {
    ...about,
    type: 'counter',
    labels: ['check'],
    values: (totals) => checks.map((check) => [of(totals, check), { check }] as const),
  };
}
