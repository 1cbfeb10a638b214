/**
 * Which widths history is kept in, for how long, and which one a range is drawn in. Narrow rows
 * are for what was a moment ago, wide ones for what is long past; nothing is ever drawn in more
 * points than a screen can tell apart.
 */
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export interface RollupLevel {
  readonly widthMs: number;
  /** Rows older than this are cleaned away. */
  readonly keptMs: number;
}

/** Narrowest first. Each width divides the next. */
export const ROLLUP_LEVELS: readonly RollupLevel[] = [
  { widthMs: 10 * SECOND_MS, keptMs: 2 * DAY_MS },
  { widthMs: MINUTE_MS, keptMs: 30 * DAY_MS },
  { widthMs: 5 * MINUTE_MS, keptMs: 90 * DAY_MS },
  { widthMs: HOUR_MS, keptMs: 730 * DAY_MS },
];

/** Beside them days, which hold only which clues were suggested: that is asked of whole ranges. */
export const COVERED_LEVEL: RollupLevel = { widthMs: DAY_MS, keptMs: 730 * DAY_MS };

/**
 * Points a range is divided into at most: an hour of ten seconds each. Where it does not begin at a
 * bucket's edge, the bucket it begins in makes one more.
 */
export const HISTORY_POINTS = 360;

/** Widths that charts are drawn in, narrowest first; each is made of rows of one level. */
const WIDTHS_MS = [
  10 * SECOND_MS,
  MINUTE_MS,
  5 * MINUTE_MS,
  15 * MINUTE_MS,
  HOUR_MS,
  3 * HOUR_MS,
  6 * HOUR_MS,
] as const;

const WIDEST_MS = 6 * HOUR_MS;

/** The shortest and the longest range that can be asked for. */
export const SHORTEST_RANGE_MS = MINUTE_MS;
export const LONGEST_RANGE_MS = HISTORY_POINTS * WIDEST_MS;

export interface Range {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A range widened to whole buckets, the width of those, and that of the rows they are made of. */
export interface HistorySpan extends Range {
  readonly widthMs: number;
  readonly levelMs: number;
}

/** How a range is drawn when it is looked at `nowMs`: as finely as points and retention allow. */
export function spanOf({ fromMs, toMs }: Range, nowMs: number): HistorySpan {
  const ageMs = nowMs - fromMs;
  const isFit = (widthMs: number) =>
    toMs - fromMs <= widthMs * HISTORY_POINTS && levelOf(widthMs).keptMs >= ageMs;
  const widthMs = WIDTHS_MS.find(isFit) ?? WIDEST_MS;
  return {
    fromMs: Math.floor(fromMs / widthMs) * widthMs,
    toMs: Math.ceil(toMs / widthMs) * widthMs,
    widthMs,
    levelMs: levelOf(widthMs).widthMs,
  };
}

/** Part of a range, and the width of the rows that fill it. */
export interface Piece extends Range {
  readonly levelMs: number;
}

/** A span in the widest rows that fill it, oldest first: thirty days are days and some hours. */
export function piecesOf({ fromMs, toMs, levelMs }: HistorySpan): Piece[] {
  const levels = [...ROLLUP_LEVELS, COVERED_LEVEL].filter(({ widthMs }) => widthMs >= levelMs);
  return filled(
    { fromMs, toMs },
    levels.map(({ widthMs }) => widthMs),
  );
}

function filled({ fromMs, toMs }: Range, widthsMs: readonly number[]): Piece[] {
  const levelMs = widthsMs.at(-1);
  if (levelMs === undefined || fromMs >= toMs) return [];
  const narrower = widthsMs.slice(0, -1);
  const firstMs = Math.ceil(fromMs / levelMs) * levelMs;
  const lastMs = Math.floor(toMs / levelMs) * levelMs;
  if (firstMs >= lastMs) return filled({ fromMs, toMs }, narrower);
  return [
    ...filled({ fromMs, toMs: firstMs }, narrower),
    { fromMs: firstMs, toMs: lastMs, levelMs },
    ...filled({ fromMs: lastMs, toMs }, narrower),
  ];
}

/** The widest level whose rows fill a width without a rest. */
function levelOf(widthMs: number): RollupLevel {
  const fitting = ROLLUP_LEVELS.filter((level) => widthMs % level.widthMs === 0);
  return fitting.at(-1) as RollupLevel;
}
