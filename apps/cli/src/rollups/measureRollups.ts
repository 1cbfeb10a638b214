/** How long the reads behind a chart of the past take, as the console's route makes them. */
import { incidentWidthOf, type Range, spanOf, viewRollups } from '@trove/core/projection';
import { createDb, type HistoryReads, historyReads } from '@trove/db';
import { quantilesOf } from '../bench/quantiles.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const RANGES = [
  ['60 minutes', 60 * MINUTE_MS],
  ['24 hours', DAY_MS],
  ['30 days', 30 * DAY_MS],
] as const;
/** What any range of history may take. */
export const BUDGET_MS = 100;

export interface RangeTimes {
  readonly range: string;
  /** `all`, or a hunt. */
  readonly hunt: string;
  readonly buckets: number;
  /** Rows read for it. */
  readonly rows: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

export interface MeasureOptions {
  readonly databaseUrl: string;
  readonly runs: number;
  /** Measured beside all hunts together; undefined for none. */
  readonly hunt: string | undefined;
  readonly nowMs: number;
}

export async function measureRollups(options: MeasureOptions): Promise<readonly RangeTimes[]> {
  const db = createDb(options.databaseUrl);
  try {
    const times: RangeTimes[] = [];
    const hunts = options.hunt === undefined ? [undefined] : [undefined, options.hunt];
    for (const hunt of hunts) {
      for (const [range, lengthMs] of RANGES) {
        const asked = { fromMs: options.nowMs - lengthMs, toMs: options.nowMs };
        const of = await timesOf(historyReads(db), { ...options, hunt, asked });
        times.push({ range, hunt: hunt ?? 'all', ...of });
      }
    }
    return times;
  } finally {
    await db.close();
  }
}

async function timesOf(
  reads: HistoryReads,
  { asked, hunt, nowMs, runs }: MeasureOptions & { readonly asked: Range },
) {
  const tookMs = new Float64Array(runs);
  const size = { buckets: 0, rows: 0 };
  const span = spanOf(asked, nowMs);
  const widthMs = incidentWidthOf(span, nowMs);
  // The first run opens the connection and is not counted.
  for (let run = -1; run < runs; run += 1) {
    const startedAt = performance.now();
    const [rollups, covered] = await Promise.all([
      reads.rollups(span, hunt),
      reads.covered(span, hunt),
      reads.marks(span, hunt),
      reads.knownToMs(nowMs),
      widthMs === undefined ? [] : reads.unmet({ ...span, widthMs }, hunt),
    ]);
    const view = viewRollups(rollups, span, hunt);
    JSON.stringify({ ...view, covered });
    if (run >= 0) tookMs[run] = performance.now() - startedAt;
    Object.assign(size, { buckets: view.buckets.length, rows: rollups.length });
  }
  const { p50Ms, p95Ms } = quantilesOf(tookMs);
  return { ...size, p50Ms, p95Ms };
}
