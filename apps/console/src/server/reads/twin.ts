/** The batch twin beside the live state: the same hunt as both have it now. */
import type { LiveHunt, TwinHunt } from '@trove/contracts';
import { z } from 'zod';
import type { BothSides, TwinAnswer } from '../../features/twin/answers';
import { db, huntDirectory, redis } from '../connections';
import { contracts, database, streams } from '../packages';
import { perProcess } from '../perProcess';

export const TwinQuery = z.object({ hunt: contracts.HuntSlug.optional() });

const BOARD_ROWS = 20;

/** The hunt asked for, else the one with the most events. */
export async function readTwin({ hunt }: z.output<typeof TwinQuery>): Promise<TwinAnswer> {
  const reads = database.twinReads(db());
  const [setting, runs, hunts] = await Promise.all([reads.setting(), reads.runs(), reads.hunts()]);
  const asked = hunt === undefined ? busiest(hunts) : hunts.find((one) => one.hunt === hunt);
  const both = asked && (await readBoth(asked, hunts));
  return { setting, runs, both, nowMs: Date.now() };
}

function busiest(hunts: readonly TwinHunt[]): TwinHunt | undefined {
  return hunts.toSorted((a, b) => b.events - a.events)[0];
}

async function readBoth(
  twin: TwinHunt,
  hunts: readonly TwinHunt[],
): Promise<BothSides | undefined> {
  const live = await huntDirectory().get(twin.hunt);
  if (!live) return undefined;
  const { partition } = live;
  const [board, counts, points] = await Promise.all([
    streams.readBoard(redis(), live, { limit: BOARD_ROWS }),
    streams.readLiveCounts(redis(), { partition, hunts: [] }),
    pointsOf(live),
  ]);
  return {
    title: live.title,
    twin,
    live: {
      position: board.offset,
      board: board.rows,
      points: Object.fromEntries(points),
      outcomes: Object.fromEntries(counts.outcomes),
    },
    outcomes: sumOf(hunts.filter((one) => one.partition === partition)),
  };
}

interface KeptPoints {
  readonly atMs: number;
  readonly points: Promise<ReadonlyMap<string, number>>;
}

const KEPT_MS = 5_000;
const KEPT = 100;

/** The ledger adds up a whole hunt for this: once for all who look, and not at every look. */
function pointsOf({ slug, partition }: LiveHunt): KeptPoints['points'] {
  const kept = perProcess('twin-points', () => new Map<string, KeptPoints>());
  const known = kept.get(slug);
  if (known !== undefined && Date.now() - known.atMs < KEPT_MS) return known.points;
  if (kept.size >= KEPT) kept.clear();
  const before = Number.MAX_SAFE_INTEGER;
  const points = database.ledgerReads(db()).byClue(slug, { partition, before });
  points.catch(() => kept.delete(slug));
  kept.set(slug, { atMs: Date.now(), points });
  return points;
}

function sumOf(hunts: readonly TwinHunt[]): BothSides['outcomes'] {
  const sum = new Map<string, number>();
  for (const { outcomes } of hunts) {
    for (const [outcome, count] of Object.entries(outcomes)) {
      sum.set(outcome, (sum.get(outcome) ?? 0) + count);
    }
  }
  return Object.fromEntries(sum);
}
