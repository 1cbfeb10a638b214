/** Rows of history as pg takes them and hands them over. */
import type { HuntTick } from '@trove/contracts';
import {
  ALL_HUNTS,
  type CoveredByHunt,
  type HuntDetail,
  type Piece,
  type Rollup,
  type UnmetBucket,
} from '@trove/core/projection';
import { DB_LIMITS } from './limits.js';
import { storable } from './storable.js';

/** A moment that explains a chart. */
export interface HistoryMark {
  readonly kind: 'publication' | 'start';
  /** Unique among its kind: told twice, it is the same mark. */
  readonly id: string;
  readonly atMs: number;
  /** Empty when the mark is of the whole installation. */
  readonly hunt: string;
  /** What is marked, in words. */
  readonly subject: string;
}

export interface StoredRollup {
  readonly width_s: number;
  readonly at_ms: number;
  readonly hunt: string;
  readonly tick: HuntTick;
  readonly unmet: ByHunt<'unmet'>;
  readonly covered: CoveredByHunt;
  readonly has_worker: boolean;
  readonly has_ingest: boolean;
  readonly lag: number[];
  readonly oldest_ms: number;
}

export function toRollup(row: StoredRollup): Rollup {
  return {
    widthMs: row.width_s * 1_000,
    at: row.at_ms,
    hunt: row.hunt,
    tick: row.tick,
    details: detailsOf(row),
    hasWorker: row.has_worker,
    hasIngest: row.has_ingest,
    lag: row.lag,
    oldestMs: row.oldest_ms,
  };
}

type ByHunt<Field extends keyof HuntDetail> = Readonly<
  Record<string, NonNullable<HuntDetail[Field]>>
>;

function detailsOf({ unmet, covered }: StoredRollup): Rollup['details'] {
  const details: Record<string, HuntDetail> = {};
  for (const [hunt, counts] of Object.entries(unmet)) details[hunt] = { unmet: counts };
  for (const [hunt, clues] of Object.entries(covered)) {
    details[hunt] = { ...details[hunt], covered: clues };
  }
  return details;
}

/** One field of what is told by hunt, as it is stored. */
function columnOf({ details }: Rollup, field: keyof HuntDetail): string {
  const told = Object.entries(details).filter(([, detail]) => detail[field] !== undefined);
  return JSON.stringify(Object.fromEntries(told.map(([hunt, detail]) => [hunt, detail[field]])));
}

export interface StoredUnmet {
  readonly at_ms: number;
  readonly unmet: ByHunt<'unmet'>;
}

/** Of one hunt where one is named. */
export function toUnmet({ at_ms: at, unmet }: StoredUnmet, only: string): UnmetBucket {
  const told = Object.entries(unmet).filter(([hunt]) => only === ALL_HUNTS || hunt === only);
  return { at, hunts: Object.fromEntries(told.map(([hunt, counts]) => [hunt, { unmet: counts }])) };
}

/** Width, start and end: the first parameters of coveredBetween.sql. */
export function pieceColumns(pieces: readonly Piece[]): unknown[][] {
  return [
    pieces.map(({ levelMs }) => levelMs / 1_000),
    pieces.map(({ fromMs }) => fromMs),
    pieces.map(({ toMs }) => toMs),
  ];
}

const MAX_INT = 2_147_483_647;
const intOf = (value: number) => Math.min(MAX_INT, Math.max(0, Math.round(value)));

/** Width, start and hunt: the parameters of storedRollups.sql and the first of putRollups.sql. */
export function keyColumns(rollups: readonly Rollup[]): unknown[][] {
  return [
    rollups.map(({ widthMs }) => widthMs / 1_000),
    rollups.map(({ at }) => at),
    rollups.map(({ hunt }) => hunt),
  ];
}

/** The order of putRollups.sql's parameters. */
export function rollupColumns(rollups: readonly Rollup[]): unknown[][] {
  return [
    ...keyColumns(rollups),
    rollups.map(({ tick }) => JSON.stringify(tick)),
    rollups.map((rollup) => columnOf(rollup, 'unmet')),
    rollups.map((rollup) => columnOf(rollup, 'covered')),
    rollups.map(({ hasWorker }) => hasWorker),
    rollups.map(({ hasIngest }) => hasIngest),
    rollups.map(({ lag }) => `{${lag.map(intOf).join()}}`),
    rollups.map(({ oldestMs }) => intOf(oldestMs)),
  ];
}

/** The order of insertMarks.sql's parameters. */
export function markColumns(marks: readonly HistoryMark[]): unknown[][] {
  return [
    marks.map(({ kind }) => kind),
    marks.map(({ id }) => indexed(id)),
    marks.map(({ atMs }) => atMs),
    marks.map(({ hunt }) => indexed(hunt)),
    marks.map(({ subject }) => indexed(subject)),
  ];
}

const indexed = (text: string) => storable(text, DB_LIMITS.indexedText);
