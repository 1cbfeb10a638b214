/**
 * Fills a database with days of plausible history, as it would stand there had that many hunts
 * been played: minutes for all of them, ten-second rows for as long as those are kept, and the
 * wider rows folded from the minutes.
 */
import {
  ALL_HUNTS,
  COVERED_LEVEL,
  mergeRollups,
  ROLLUP_LEVELS,
  type Rollup,
  type RollupLevel,
} from '@trove/core/projection';
import {
  createDb,
  type HistoryMark,
  isTransient,
  type RollupBatch,
  type RollupStore,
  rollupStore,
  type StreamOffsets,
} from '@trove/db';
import { FailedError } from '../exits.js';
import type { Output } from '../output.js';
import { ROLLUP_LIMITS } from './limits.js';
import { PlausibleTicks } from './plausibleTicks.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const STREAM = 'generated';
const PARTITIONS = 4;

export interface GenerateOptions {
  readonly databaseUrl: string;
  readonly days: number;
  readonly hunts: number;
  readonly seed: number;
  /** Where the history ends. */
  readonly nowMs: number;
}

export interface Generated {
  readonly rows: number;
  readonly days: number;
  readonly hunts: readonly string[];
  readonly seconds: number;
}

export async function generateRollups(options: GenerateOptions, output: Output) {
  const db = createDb(options.databaseUrl);
  const startedAt = performance.now();
  const bar = output.progress('days', options.days);
  try {
    const writer = new Writer(rollupStore(db));
    const ticks = new PlausibleTicks(options.seed);
    const hunts = Array.from({ length: options.hunts }, (_, i) => `generated-${i + 1}`);
    const firstMs = Math.floor(options.nowMs / MINUTE_MS) * MINUTE_MS - options.days * DAY_MS;
    for (let day = 0; day < options.days; day += 1) {
      const fromMs = firstMs + day * DAY_MS;
      await writer.write(
        dayOf({ fromMs, hunts, ticks, nowMs: options.nowMs }),
        marksOf(fromMs, hunts),
      );
      bar.update(day + 1);
    }
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    return { rows: writer.rows, days: options.days, hunts, seconds } satisfies Generated;
  } finally {
    bar.stop();
    await db.close();
  }
}

interface Day {
  readonly fromMs: number;
  readonly hunts: readonly string[];
  readonly ticks: PlausibleTicks;
  readonly nowMs: number;
}

/** Rows of one day, the narrow ones only if they would still be kept. */
function dayOf(day: Day): Rollup[] {
  const [narrow, minute, ...wide] = ROLLUP_LEVELS as readonly [
    RollupLevel,
    RollupLevel,
    ...RollupLevel[],
  ];
  const isRecent = day.nowMs - day.fromMs <= narrow.keptMs;
  const finest = rowsOf(day, isRecent ? narrow.widthMs : minute.widthMs);
  const minutes = isRecent ? widened(finest, minute.widthMs) : finest;
  return [
    ...(isRecent ? finest : []),
    ...minutes,
    ...wide.flatMap(({ widthMs }) => widened(minutes, widthMs)),
    ...widened(minutes, COVERED_LEVEL.widthMs).map(onlyCovered),
  ];
}

function rowsOf({ fromMs, hunts, ticks }: Day, widthMs: number): Rollup[] {
  const rows: Rollup[] = [];
  const blank = { widthMs, details: {}, hasWorker: false, hasIngest: false, lag: [], oldestMs: 0 };
  for (let at = fromMs; at < fromMs + DAY_MS; at += widthMs) {
    hunts.forEach((hunt, index) => {
      const { covered, ...tick } = ticks.tick(at, widthMs, 400 / (index + 1));
      rows.push({ ...blank, at, hunt, tick, details: { [hunt]: { covered } } });
    });
    const lag = Array.from(
      { length: PARTITIONS },
      (_, partition) => (at / widthMs + partition) % 9,
    );
    const told = { hasWorker: true, hasIngest: true, lag, oldestMs: (at / widthMs) % 7 };
    rows.push({ ...blank, ...told, at, hunt: ALL_HUNTS, tick: {} });
  }
  const all = rows.map(({ hunt, ...row }) => {
    const { unmet } = row.tick;
    const details = hunt === ALL_HUNTS ? {} : { [hunt]: { ...row.details[hunt], unmet } };
    return { ...row, details, hunt: ALL_HUNTS };
  });
  return [...rows.filter(({ hunt }) => hunt !== ALL_HUNTS), ...mergeRollups([], all)];
}

/** The same rows folded into wider buckets. */
function widened(rows: readonly Rollup[], widthMs: number): Rollup[] {
  const moved = rows.map((row) => ({
    ...row,
    widthMs,
    at: Math.floor(row.at / widthMs) * widthMs,
  }));
  return mergeRollups([], moved);
}

/** A day has no more than which clues were suggested. */
function onlyCovered({ widthMs, at, hunt, details }: Rollup): Rollup {
  const told = Object.entries(details).map(([slug, { covered }]) => [slug, { covered }] as const);
  const nobody = { hasWorker: false, hasIngest: false, lag: [], oldestMs: 0 };
  return { widthMs, at, hunt, tick: {}, details: Object.fromEntries(told), ...nobody };
}

/** A publication of each hunt and a start of each process, once a day. */
function marksOf(fromMs: number, hunts: readonly string[]): HistoryMark[] {
  const atMs = fromMs + 17 * HOUR_MS;
  const publications = hunts.map((hunt, index) => ({
    kind: 'publication' as const,
    id: `generated ${hunt} ${fromMs}`,
    atMs: atMs + index * 60_000,
    hunt,
    subject: `version ${Math.floor(fromMs / DAY_MS) % 100}`,
  }));
  const start = { kind: 'start' as const, atMs, hunt: '' };
  return [
    ...publications,
    { ...start, id: `generated worker ${fromMs}`, subject: 'worker generated' },
    { ...start, id: `generated door ${fromMs}`, subject: 'door generated' },
  ];
}

/** Writes through the sink's own store, so that generated rows stand as real ones do. */
class Writer {
  rows = 0;
  private batch = 0;

  constructor(private readonly store: RollupStore) {}

  async write(rollups: readonly Rollup[], marks: readonly HistoryMark[]): Promise<void> {
    for (let at = 0; at < rollups.length; at += ROLLUP_LIMITS.rowsPerBatch) {
      const some = rollups.slice(at, at + ROLLUP_LIMITS.rowsPerBatch);
      const from: StreamOffsets = this.batch === 0 ? {} : { [STREAM]: `${this.batch}-0` };
      const to = { [STREAM]: `${this.batch + 1}-0` };
      await this.put({ from, to, rollups: some, marks: at === 0 ? marks : [] });
      this.batch += 1;
      this.rows += some.length;
    }
  }
  /** Tries again while PostgreSQL is too busy; an answer that was lost is looked for first. */
  private async put(batch: RollupBatch): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        const reply = await this.store.apply(batch);
        if (reply === 'moved') throw new FailedError('this database holds generated history');
        return;
      } catch (error) {
        if (!isTransient(error) || tries === ROLLUP_LIMITS.triesPerBatch) throw error;
        if ((await this.store.cursor())[STREAM] === batch.to[STREAM]) return;
      }
    }
  }
}
