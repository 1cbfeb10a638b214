/** Shows running totals that a process counts itself as Prometheus counters. */
import { Counter, type Registry } from 'prom-client';

/** Metric and label of each group of totals. */
const GROUPS = {
  acks: { name: 'trove_acks_total', label: 'ack', help: 'Events by what the door answered.' },
  refusals: {
    name: 'trove_refusals_total',
    label: 'code',
    help: 'Refused events by problem code.',
  },
  outcomes: { name: 'trove_events_total', label: 'outcome', help: 'Decided events by outcome.' },
  verdicts: { name: 'trove_verdicts_total', label: 'verdict', help: 'Accepted events by verdict.' },
  recommendations: {
    name: 'trove_recommendations_total',
    label: 'kind',
    help: 'Suggestions served in results and by get, and those followed.',
  },
  duplicates: { name: 'trove_duplicates_total', label: 'rung', help: 'Duplicates by dedup rung.' },
} as const;

/** @param totals counts since the process began, by `<group> <key>`; read at every scrape */
export function exposeTotals(registry: Registry, totals: ReadonlyMap<string, number>): void {
  for (const [group, { name, label, help }] of Object.entries(GROUPS)) {
    new Counter({
      name,
      help,
      labelNames: [label],
      registers: [registry],
      collect() {
        this.reset();
        for (const [key, count] of totals) {
          const [found, word] = key.split(' ');
          if (found === group && word !== undefined) this.inc({ [label]: word }, count);
        }
      },
    });
  }
}
