/** Shows what a process counts and measures itself as Prometheus counters and histograms. */
import { Counter, Histogram, type Registry } from 'prom-client';

/** Durations of one stage in fixed buckets. */
export interface StageBuckets {
  /** Durations in each bucket, not added up; the last one has no upper bound. */
  readonly counts: readonly number[];
  readonly sumSeconds: number;
}

/** Since the process began. */
export interface Totals {
  /** Counts by `<group> <word>`, with a hunt's slug as a third word where there is one. */
  readonly counts: ReadonlyMap<string, number>;
  readonly stages: ReadonlyMap<string, StageBuckets>;
}

export interface TotalsSource {
  /** Upper bounds of the stages' buckets in seconds, ascending. */
  readonly bucketsSeconds: readonly number[];
  /** Asked at every scrape, a few times. */
  read(): Totals;
}

/** Metric and labels of each group of counts. */
const GROUPS = {
  acks: { name: 'trove_acks_total', labels: ['ack'], help: 'Events by what the door answered.' },
  refusals: {
    name: 'trove_refusals_total',
    labels: ['code'],
    help: 'Refused events of a known hunt by problem code.',
  },
  unattributed: {
    name: 'trove_refused_packets_total',
    labels: ['code'],
    help: 'Packets, frames and sockets refused before a hunt was known, by reason.',
  },
  outcomes: {
    name: 'trove_events_total',
    labels: ['outcome', 'hunt'],
    help: 'Decided events by outcome and hunt; * stands for hunts beyond the bound.',
  },
  verdicts: {
    name: 'trove_verdicts_total',
    labels: ['verdict'],
    help: 'Accepted events by verdict.',
  },
  duplicates: {
    name: 'trove_duplicates_total',
    labels: ['rung'],
    help: 'Duplicates by the dedup rung that found them.',
  },
  observed: {
    name: 'trove_observed_duplicates_total',
    labels: ['rung'],
    help: 'Events that a dedup rung which only observes would have called duplicates.',
  },
  unmet: {
    name: 'trove_unmet_expectations_total',
    labels: ['expectation'],
    help: 'Events that did not meet an expectation of their hunt, by its id.',
  },
  suspicions: {
    name: 'trove_suspected_events_total',
    labels: ['suspicion'],
    help: 'Events that look unlike honest play, by what is suspected.',
  },
  recommendations: {
    name: 'trove_recommendations_total',
    labels: ['kind'],
    help: 'Suggestions served in results and by get, those followed, and servings that explored.',
  },
} as const;

export type TotalsGroup = keyof typeof GROUPS;

/** Adds a counter for each of the groups and, when asked, the histogram of stages. */
export function exposeTotals(
  registry: Registry,
  source: TotalsSource,
  groups: readonly TotalsGroup[],
): void {
  for (const group of groups) {
    const { name, help, labels } = GROUPS[group];
    new Counter({
      name,
      help,
      labelNames: labels,
      registers: [registry],
      collect() {
        this.reset();
        for (const [key, count] of source.read().counts) {
          const [found, ...words] = key.split(' ');
          if (found !== group) continue;
          this.inc(Object.fromEntries(labels.map((label, i) => [label, words[i] ?? ''])), count);
        }
      },
    });
  }
  registry.registerMetric(new StageHistogram(source));
}

/** A histogram whose buckets were filled elsewhere; prom-client's own takes single values only. */
class StageHistogram extends Histogram<'stage' | 'le'> {
  constructor(private readonly source: TotalsSource) {
    super({
      name: NAME,
      help: HELP,
      labelNames: ['stage'],
      buckets: [...source.bucketsSeconds],
      registers: [],
    });
  }

  /** The registry asks this way when it writes text. */
  async getForPromString() {
    const values = [...this.source.read().stages].flatMap(([stage, buckets]) => {
      return rowsOf(stage, buckets, this.source.bucketsSeconds);
    });
    return { name: NAME, help: HELP, type: 'histogram', aggregator: 'sum', values };
  }
}

const NAME = 'trove_event_duration_seconds';
const HELP = 'How long events took, by stage; `whole` is from the door to the push.';

function rowsOf(stage: string, { counts, sumSeconds }: StageBuckets, bounds: readonly number[]) {
  let below = 0;
  const buckets = counts.map((count, i) => {
    below += count;
    const labels = { stage, le: bounds[i] ?? '+Inf' };
    return { metricName: `${NAME}_bucket`, labels, value: below };
  });
  return [
    ...buckets,
    { metricName: `${NAME}_sum`, labels: { stage }, value: sumSeconds },
    { metricName: `${NAME}_count`, labels: { stage }, value: below },
  ];
}
