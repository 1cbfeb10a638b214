/**
 * History as rows: metrics frames folded into buckets of a few fixed widths, one row a bucket and
 * hunt. A row's body is a tick like those of the frames it was made of, so that a late part, the
 * rest of its bucket and a wider bucket all come about by the same addition, and no quantile is
 * ever averaged. Pure: reading, storing and counting each frame once are the sink's.
 */
import {
  type HuntTick,
  METRICS_TICK_MS,
  type MetricsFrame,
  type PartitionStatus,
  type Stage,
} from '@trove/contracts';
import {
  addCounts,
  addDetail,
  addTick,
  createSlice,
  detailOf,
  type HuntDetail,
  mergeStage,
  type SliceState,
} from './bucketSlice.js';
import { COVERED_LEVEL, ROLLUP_LEVELS } from './rollupLevels.js';
import { createSketch, encodeSketch } from './stageSketch.js';
import { lagOf, raiseLag, type WorstLag } from './worstLag.js';

export type { HuntDetail } from './bucketSlice.js';

/** Stands for all hunts together; no hunt can be called so. */
export const ALL_HUNTS = '';

export interface Rollup {
  readonly widthMs: number;
  /** First millisecond of the bucket on Redis's clock. */
  readonly at: number;
  /** A slug, `*` for those beyond the number a frame names, or `ALL_HUNTS`. */
  readonly hunt: string;
  readonly tick: HuntTick;
  /** By hunt; a hunt's own rows have of themselves only which clues were suggested. */
  readonly details: Readonly<Record<string, HuntDetail>>;
  /** Who told of this time; of `ALL_HUNTS` only, as is what follows. */
  readonly hasWorker: boolean;
  readonly hasIngest: boolean;
  /** Most undecided events by partition. */
  readonly lag: readonly number[];
  /** Longest wait of an undecided event. */
  readonly oldestMs: number;
}

/** Where the partitions stood at one moment of Redis's clock. */
export interface PartitionLook {
  readonly atMs: number;
  readonly statuses: readonly PartitionStatus[];
}

/** A process that began, as its own frames tell. */
export interface ProcessStart {
  readonly process: string;
  readonly app: MetricsFrame['app'];
  readonly atMs: number;
}

/** The rows that some frames, and a look at the partitions, add up to, of every level. */
export function foldRollups(frames: readonly MetricsFrame[], look?: PartitionLook): Rollup[] {
  const rows = new RollupRows();
  for (const frame of frames) {
    // A frame tells of the tick that ends at its time; the middle says which bucket that lies in.
    const atMs = frame.atMs - METRICS_TICK_MS / 2;
    for (const { widthMs } of ROLLUP_LEVELS) addFrame(rows, { frame, widthMs, atMs });
    addCovered(rows, frame, atMs);
  }
  if (look !== undefined) {
    for (const { widthMs } of ROLLUP_LEVELS) addLook(rows, { look, widthMs });
  }
  return rows.settle();
}

/** What stands already and what comes to it, as one: only rows of `fresh`, each whole. */
export function mergeRollups(stored: readonly Rollup[], fresh: readonly Rollup[]): Rollup[] {
  const rows = new RollupRows();
  for (const rollup of fresh) rows.add(rollup);
  for (const rollup of stored) if (rows.has(rollup)) rows.add(rollup);
  return rows.settle();
}

/** Each start that the frames tell of, once. */
export function startsOf(frames: readonly MetricsFrame[]): ProcessStart[] {
  const starts = new Map<string, ProcessStart>();
  for (const { process, app, startedAtMs } of frames) {
    if (startedAtMs === undefined) continue;
    starts.set(`${process} ${startedAtMs}`, { process, app, atMs: startedAtMs });
  }
  return [...starts.values()];
}

interface RowState extends WorstLag {
  readonly key: RowKey;
  readonly slice: SliceState;
  readonly details: Map<string, SliceState>;
  hasWorker: boolean;
  hasIngest: boolean;
}

type RowKey = Pick<Rollup, 'widthMs' | 'at' | 'hunt'>;

class RollupRows {
  private readonly states = new Map<string, RowState>();

  has(key: RowKey): boolean {
    return this.states.has(nameOf(key));
  }

  of(key: RowKey): RowState {
    const known = this.states.get(nameOf(key));
    if (known !== undefined) return known;
    const { widthMs, at, hunt } = key;
    const state: RowState = {
      key: { widthMs, at, hunt },
      slice: createSlice(),
      details: new Map(),
      hasWorker: false,
      hasIngest: false,
      lag: [],
      oldestMs: 0,
    };
    this.states.set(nameOf(key), state);
    return state;
  }

  add(rollup: Rollup): void {
    const state = this.of(rollup);
    addTick(state.slice, rollup.tick);
    for (const [hunt, detail] of Object.entries(rollup.details)) detailIn(state, hunt, detail);
    state.hasWorker ||= rollup.hasWorker;
    state.hasIngest ||= rollup.hasIngest;
    raiseLag(state, rollup);
  }

  /** Widest first and then in order of time and hunt, so that rows are always written alike. */
  settle(): Rollup[] {
    return [...this.states.values()].map(toRollup).sort(compareRollups);
  }
}

const nameOf = ({ widthMs, at, hunt }: RowKey) => `${widthMs} ${at} ${hunt}`;

function compareRollups(a: Rollup, b: Rollup): number {
  return b.widthMs - a.widthMs || a.at - b.at || (a.hunt < b.hunt ? -1 : 1);
}

function addFrame(
  rows: RollupRows,
  { frame, widthMs, atMs }: { frame: MetricsFrame; widthMs: number; atMs: number },
): void {
  const at = Math.floor(atMs / widthMs) * widthMs;
  const all = rows.of({ widthMs, at, hunt: ALL_HUNTS });
  if (frame.app === 'worker') all.hasWorker = true;
  else all.hasIngest = true;
  addCounts(all.slice, 'refusals', frame.unattributed);
  for (const [hunt, tick] of Object.entries(frame.hunts)) {
    addTick(all.slice, tick);
    detailIn(all, hunt, tick);
    const own = rows.of({ widthMs, at, hunt });
    addTick(own.slice, tick);
    detailIn(own, hunt, { covered: tick.covered });
  }
}

/** To the day of all hunts and to each hunt's own, where clues were suggested. */
function addCovered(rows: RollupRows, { hunts }: MetricsFrame, atMs: number): void {
  const { widthMs } = COVERED_LEVEL;
  const at = Math.floor(atMs / widthMs) * widthMs;
  for (const [hunt, { covered }] of Object.entries(hunts)) {
    if (covered === undefined) continue;
    detailIn(rows.of({ widthMs, at, hunt: ALL_HUNTS }), hunt, { covered });
    detailIn(rows.of({ widthMs, at, hunt }), hunt, { covered });
  }
}

function detailIn({ details }: RowState, hunt: string, detail: HuntDetail): void {
  if (detail.unmet === undefined && detail.covered === undefined) return;
  const slice = details.get(hunt) ?? createSlice();
  details.set(hunt, slice);
  addDetail(slice, detail);
}

function addLook(
  rows: RollupRows,
  { look, widthMs }: { look: PartitionLook; widthMs: number },
): void {
  const at = Math.floor(look.atMs / widthMs) * widthMs;
  raiseLag(rows.of({ widthMs, at, hunt: ALL_HUNTS }), lagOf(look.statuses));
}

function toRollup({ key, slice, details, hasWorker, hasIngest, lag, oldestMs }: RowState): Rollup {
  const told = [...details].map(([hunt, detail]) => [hunt, detailOf(detail)] as const);
  const row = { ...key, tick: tickOf(slice), details: Object.fromEntries(told) };
  return { ...row, hasWorker, hasIngest, lag, oldestMs };
}

/** One tick with one sketch a stage, whatever the slice was added up from. */
function tickOf(slice: SliceState): HuntTick {
  const stages: { [S in Stage]?: string } = {};
  for (const stage of slice.pieces.keys()) {
    const sketch = createSketch();
    mergeStage(sketch, slice, stage);
    if (sketch.count > 0) stages[stage] = encodeSketch(sketch);
  }
  return {
    ...slice.counts,
    ...(slice.points === 0 ? {} : { points: slice.points }),
    ...(Object.keys(stages).length === 0 ? {} : { stages }),
  } as HuntTick;
}
