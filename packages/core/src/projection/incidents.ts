/**
 * Runs of events that do not meet an expectation, found in counts of short stretches of time: an
 * incident opens with ten of them in a minute and is over after two minutes without any.
 */
import type { BucketSlice } from './buckets.js';
import { type Range, ROLLUP_LEVELS } from './rollupLevels.js';

export interface Incident {
  readonly hunt: string;
  readonly expectation: string;
  /** First millisecond of the bucket of the first event that belongs to it. */
  readonly from: number;
  /** End of the bucket of the last one. */
  readonly to: number;
  readonly count: number;
  /** Not over yet where what is looked at ends. */
  readonly isOpen: boolean;
}

const OPENS_WITH = 10;
const WITHIN_MS = 60_000;
/** An incident is over when so much time has passed without an event of it. */
export const INCIDENT_QUIET_MS = 120_000;
/** Incidents told of at most; the newest are. */
const MOST = 20;

/** A stretch of time; those without any such event may be left out. */
export interface UnmetBucket {
  readonly at: number;
  readonly hunts: Readonly<Record<string, Pick<BucketSlice, 'unmet'>>>;
}

export interface UnmetSpan {
  /** Of each bucket. */
  readonly widthMs: number;
  /** Up to when events are known. */
  readonly endMs: number;
}

/** Rows read for the incidents of a range at most: a day of minutes, and the range's edges. */
const INCIDENT_ROWS = 1_500;

const INCIDENT_LEVELS = ROLLUP_LEVELS.filter(({ widthMs }) => widthMs <= WITHIN_MS);

/** The longest range whose incidents can be told, and how long ago it may begin. */
export const INCIDENT_RANGE_MS = 86_400_000;
export const INCIDENTS_KEPT_MS = Math.max(...INCIDENT_LEVELS.map(({ keptMs }) => keptMs));

/** Width of the rows that tell the incidents of a range; undefined where none can. */
export function incidentWidthOf({ fromMs, toMs }: Range, nowMs: number): number | undefined {
  const level = INCIDENT_LEVELS.find(({ widthMs, keptMs }) => {
    return toMs - fromMs <= widthMs * INCIDENT_ROWS && nowMs - fromMs <= keptMs;
  });
  return level?.widthMs;
}

/** Events of one expectation in one bucket. */
interface Miss {
  readonly at: number;
  readonly count: number;
}

/**
 * The newest first. `buckets` are in the order of time. Undefined where they are wider than a
 * minute: whether ten events came within one is not known then. Of buckets of a minute, ten in the
 * same one are told.
 */
export function incidentsOf(
  buckets: readonly UnmetBucket[],
  { widthMs, endMs }: UnmetSpan,
): readonly Incident[] | undefined {
  if (widthMs > WITHIN_MS) return undefined;
  const found = [...missesOf(buckets)].flatMap(([key, misses]) => {
    const [hunt = '', expectation = ''] = key.split('\n');
    return runsOf(misses, widthMs).map((run) => {
      return { hunt, expectation, ...run, isOpen: endMs - run.to < INCIDENT_QUIET_MS };
    });
  });
  return found.sort((a, b) => b.to - a.to).slice(0, MOST);
}

function missesOf(buckets: readonly UnmetBucket[]): Map<string, Miss[]> {
  const misses = new Map<string, Miss[]>();
  for (const { at, hunts } of buckets) {
    for (const [hunt, { unmet = {} }] of Object.entries(hunts)) {
      for (const [expectation, count = 0] of Object.entries(unmet)) {
        const key = `${hunt}\n${expectation}`;
        const list = misses.get(key);
        if (list === undefined) misses.set(key, [{ at, count }]);
        else list.push({ at, count });
      }
    }
  }
  return misses;
}

type Run = Pick<Incident, 'from' | 'to' | 'count'>;

function runsOf(misses: readonly Miss[], widthMs: number): Run[] {
  const runs: Run[] = [];
  let open: Run | undefined;
  let recent: Miss[] = [];
  for (const miss of misses) {
    const to = miss.at + widthMs;
    if (open !== undefined && miss.at - open.to < INCIDENT_QUIET_MS) {
      open = { ...open, to, count: open.count + miss.count };
      continue;
    }
    if (open !== undefined) runs.push(open);
    open = undefined;
    recent = [...recent.filter(({ at }) => at > miss.at - WITHIN_MS), miss];
    const count = recent.reduce((sum, one) => sum + one.count, 0);
    if (count < OPENS_WITH) continue;
    open = { from: recent[0]?.at ?? miss.at, to, count };
    recent = [];
  }
  return open === undefined ? runs : [...runs, open];
}
