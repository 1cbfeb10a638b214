/**
 * What operators do about single entries: replay one, discard some, and what became of replays.
 * Every step says in its own condition whose entry it may touch, so that two who are at the same
 * one find out from the answer and not from a look before.
 */
import type { Outcome, QuarantineEntry, QuarantineReplay, QuarantineState } from '@trove/contracts';
import type { Db } from '../createDb.js';
import { DB_LIMITS } from '../limits.js';
import { loadSql } from '../loadSql.js';
import { columnsOfKeys, type QuarantineKey, toEntry } from '../reads/quarantineRows.js';
import { parseStreamId } from '../streamId.js';

export interface BeganReplay {
  readonly at: number;
  readonly by: string;
  /** Entry of `out` behind which the result will stand. */
  readonly afterId: string;
  /** The event as it is sent, when a repair has changed it. */
  readonly repaired?: string | undefined;
}

export interface MarkedReplay extends QuarantineReplay {
  readonly state: QuarantineState;
}

/** What became of an entry; without an outcome it was not replayed and stays, for `stays`. */
export interface Settlement extends QuarantineKey {
  readonly outcome?: Outcome | undefined;
  readonly state?: QuarantineState | undefined;
  readonly stays?: string | undefined;
}

export interface PendingReplay {
  readonly entry: QuarantineEntry;
  /** Undefined for one that began before this was noted. */
  readonly afterId: string | undefined;
}

export interface QuarantineCareStore {
  /** Notes a replay that is about to be sent; false when somebody else is at the entry. */
  begin(key: QuarantineKey, began: BeganReplay): Promise<boolean>;
  /** Notes what became of a replay; false when there is no such entry, or one counted before. */
  markReplayed(key: QuarantineKey, replay: MarkedReplay): Promise<boolean>;
  /** Answers how many were discarded: those that are open and that nobody is at. */
  discard(
    keys: readonly QuarantineKey[],
    by: { readonly by: string; readonly reason: string },
  ): Promise<number>;
  /** Notes outcomes of entries that are pending or claimed, and counts them in their runs. */
  settle(settlements: readonly Settlement[]): Promise<number>;
  /** Replays that are undecided for a while and that no running run is at, oldest first. */
  pending(): Promise<PendingReplay[]>;
}

const BEGIN = loadSql('beginReplay');
const MARK_REPLAYED = loadSql('markReplayed');
const DISCARD = loadSql('discardQuarantine');
const SETTLE = loadSql('settleReplays');

export function quarantineCareStore({ pool, prisma }: Db): QuarantineCareStore {
  return {
    async begin({ stream, streamId }, { at, by, afterId, repaired }) {
      const { ms, seq } = parseStreamId(streamId);
      const bytes = repaired === undefined ? null : Buffer.from(repaired);
      const inFlightMs = DB_LIMITS.replayInFlightMs;
      const values = [ms, seq, stream, at, by, afterId, inFlightMs, bytes];
      return (await pool.query(BEGIN, values)).rowCount === 1;
    },
    async markReplayed({ stream, streamId }, { at, by, outcome, state }) {
      const { ms, seq } = parseStreamId(streamId);
      const values = [ms, seq, stream, at, by, outcome, state];
      return (await pool.query(MARK_REPLAYED, values)).rowCount === 1;
    },
    async discard(keys, { by, reason }) {
      let discarded = 0;
      for (let from = 0; from < keys.length; from += DB_LIMITS.claimedEntries) {
        const some = keys.slice(from, from + DB_LIMITS.claimedEntries);
        const { rowCount } = await pool.query(DISCARD, [...columnsOfKeys(some), by, reason]);
        discarded += rowCount ?? 0;
      }
      return discarded;
    },
    async settle(settlements) {
      const { rows } = await pool.query<{ count: number }>(SETTLE, [
        ...columnsOfKeys(settlements),
        settlements.map(({ outcome }) => outcome ?? null),
        settlements.map(({ state }) => state ?? null),
        settlements.map(({ stays }) => stays?.slice(0, DB_LIMITS.text) ?? null),
      ]);
      return rows[0]?.count ?? 0;
    },
    pending: () => readPending(prisma),
  };
}

async function readPending(prisma: Db['prisma']): Promise<PendingReplay[]> {
  const before = new Date(Date.now() - DB_LIMITS.replayInFlightMs);
  const running = await prisma.repairRun.findMany({
    where: { state: 'running' },
    select: { id: true },
    take: DB_LIMITS.repairRuns,
  });
  const rows = await prisma.quarantineEvent.findMany({
    where: {
      replayOutcome: 'pending',
      replayedAt: { lt: before },
      OR: [{ isClaimed: false }, { runId: { notIn: running.map(({ id }) => id) } }],
    },
    orderBy: { replayedAt: 'asc' },
    take: DB_LIMITS.page,
  });
  return rows.map((row) => ({ entry: toEntry(row), afterId: row.replayAfter ?? undefined }));
}
