/**
 * Reads of history: a range, or so many minutes back from now. Sketches are merged here, so that
 * the browser gets figures and no sketch.
 */
import type { Bucket, HistorySpan, UnmetBucket } from '@trove/core/projection';
import { z } from 'zod';
import type { HistoryAnswer, MarksAnswer } from '../../live/historyAnswer';
import { db } from '../connections';
import { contracts, database, projection } from '../packages';

const { HuntSlug } = contracts;
const { incidentsOf, incidentWidthOf, spanOf, viewRollups } = projection;
const { INCIDENT_QUIET_MS, LONGEST_RANGE_MS, SHORTEST_RANGE_MS } = projection;

const MINUTE_MS = 60_000;
const Millisecond = z.coerce.number().int().min(0).max(8_640_000_000_000_000);

export const HistoryQuery = z
  .object({
    hunt: HuntSlug.optional(),
    minutes: z.coerce
      .number()
      .int()
      .min(1)
      .max(LONGEST_RANGE_MS / MINUTE_MS)
      .optional(),
    from: Millisecond.optional(),
    to: Millisecond.optional(),
  })
  .transform(({ hunt, minutes, from, to }, context) => {
    const nowMs = Date.now();
    if (minutes !== undefined) {
      return { hunt, nowMs, range: { fromMs: nowMs - minutes * MINUTE_MS, toMs: nowMs } };
    }
    if (from === undefined || to === undefined) {
      context.addIssue('Either `minutes`, or `from` and `to` in milliseconds.');
      return z.NEVER;
    }
    const lengthMs = to - from;
    if (lengthMs < SHORTEST_RANGE_MS || lengthMs > LONGEST_RANGE_MS) {
      context.addIssue('A range has at least one minute and at most 90 days.');
      return z.NEVER;
    }
    return { hunt, nowMs, range: { fromMs: from, toMs: to } };
  });
type HistoryQuery = z.output<typeof HistoryQuery>;

export async function readHistory({ hunt, nowMs, range }: HistoryQuery): Promise<HistoryAnswer> {
  const span = spanOf(range, nowMs);
  const reads = database.historyReads(db());
  const widthMs = incidentWidthOf(span, nowMs);
  const untilMs = span.toMs + INCIDENT_QUIET_MS;
  const [rollups, covered, marks, knownToMs, unmet] = await Promise.all([
    reads.rollups(span, hunt),
    reads.covered(span, hunt),
    reads.marks(span, hunt),
    reads.knownToMs(nowMs),
    // An incident that ends with the range is over when nothing came for a while behind it.
    widthMs === undefined ? [] : reads.unmet({ ...span, toMs: untilMs, widthMs }, hunt),
  ]);
  const { buckets, stages } = viewRollups(rollups, span, hunt);
  const endMs = Math.min(untilMs, knownToMs ?? 0);
  return {
    from: span.fromMs,
    to: span.toMs,
    widthMs: span.widthMs,
    buckets: buckets.flatMap((one) => shownOf(one, { widthMs: span.widthMs, nowMs, knownToMs })),
    stages,
    covered,
    incidents: incidentsIn(span, unmet, { widthMs, endMs }),
    marks,
    nowMs,
    knownToMs: knownToMs ?? null,
  };
}

interface Told {
  readonly widthMs: number | undefined;
  readonly endMs: number;
}

function incidentsIn(
  span: HistorySpan,
  unmet: readonly UnmetBucket[],
  { widthMs, endMs }: Told,
): HistoryAnswer['incidents'] {
  if (widthMs === undefined) return null;
  const found = incidentsOf(unmet, { widthMs, endMs }) ?? [];
  return found.filter(({ from }) => from < span.toMs);
}

interface Known {
  readonly widthMs: number;
  readonly nowMs: number;
  readonly knownToMs: number | undefined;
}

/** A shorter stretch than this says nothing of a rate. */
const LEAST_SPAN_MS = MINUTE_MS;
/** History that is written up to here is written up to now. */
const FRESH_MS = MINUTE_MS / 2;

/**
 * A bucket that is over as it is. One that is still filling would show too low a rate: it says of
 * how much time its counts are, or is left out.
 */
function shownOf(bucket: Bucket, { widthMs, nowMs, knownToMs = 0 }: Known): Bucket[] {
  if (bucket.at + widthMs <= knownToMs) return [bucket];
  const endMs = nowMs - knownToMs < FRESH_MS ? nowMs : knownToMs;
  const spanMs = endMs - bucket.at;
  return spanMs < LEAST_SPAN_MS || spanMs >= widthMs ? [] : [{ ...bucket, spanMs }];
}

export async function readMarks({ hunt, range }: HistoryQuery): Promise<MarksAnswer> {
  return { marks: await database.historyReads(db()).marks(range, hunt) };
}
