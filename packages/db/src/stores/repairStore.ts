/**
 * Repair runs and the entries they hold. An entry is claimed by one run at a time: starting a run
 * claims what nobody is at, ending it gives back what was not replayed.
 */
import type { QuarantineEntry, RepairRun, RepairRunState } from '@trove/contracts';
import type pg from 'pg';
import type { Db } from '../createDb.js';
import { inTransaction } from '../inTransaction.js';
import { DB_LIMITS } from '../limits.js';
import { loadSql } from '../loadSql.js';
import { columnsOfKeys, type QuarantineKey, toEntry } from '../reads/quarantineRows.js';

export interface NewRepairRun
  extends Pick<RepairRun, 'id' | 'by' | 'filter' | 'rule' | 'rate' | 'allowsClosed'> {
  readonly keys: readonly QuarantineKey[];
}

export interface RunHolder {
  readonly id: string;
  readonly by: string;
  readonly count: number;
}

/** `claimed` may be 0: then there is no run, and `holders` has what it wanted. */
export interface StartedRun {
  readonly claimed: number;
  readonly holders: readonly RunHolder[];
}

/** An entry that a run holds; pending when it was sent and its outcome is not noted yet. */
export interface HeldEntry {
  readonly entry: QuarantineEntry;
  readonly afterId: string | undefined;
}

/** An entry about to be sent. */
export interface RunReplay extends QuarantineKey {
  readonly afterId: string;
  readonly repaired: string | undefined;
}

/** An entry that may be sent now. */
export interface BegunReplay extends QuarantineKey {
  /** Behind this its first result stands, also when it was sent before. */
  readonly afterId: string;
}

export interface RepairStore {
  /** Claims what nobody is at; the run and all its claims, or nothing. */
  start(run: NewRepairRun): Promise<StartedRun>;
  /** False when the run has ended or another holder is at it. */
  beat(id: string, holder: string, forMs: number): Promise<boolean>;
  /** The oldest entries that the run holds. */
  held(id: string, limit: number): Promise<HeldEntry[]>;
  /** Notes entries as pending; answers those that the run holds still. */
  begin(id: string, replays: readonly RunReplay[]): Promise<BegunReplay[]>;
  /** Gives back what was not replayed; false when the run had ended before. */
  end(id: string, state: Exclude<RepairRunState, 'running'>, says?: string): Promise<boolean>;
}

const INSERT = loadSql('insertRepairRun');
const CLAIM = loadSql('claimForRun');
const HOLDERS = loadSql('holdersOf');
const BEAT = loadSql('beatRun');
const BEGIN = loadSql('beginRunReplays');
const END = loadSql('endRun');

export function repairStore({ pool, prisma }: Db): RepairStore {
  return {
    start: (run) => inTransaction(pool, (client) => startRun(client, run)),
    beat: async (id, holder, forMs) => (await pool.query(BEAT, [id, holder, forMs])).rowCount === 1,
    async held(id, limit) {
      const rows = await prisma.quarantineEvent.findMany({
        where: { runId: id, isClaimed: true },
        orderBy: [{ streamMs: 'asc' }, { streamSeq: 'asc' }, { stream: 'asc' }],
        take: Math.min(limit, DB_LIMITS.page),
      });
      return rows.map((row) => ({ entry: toEntry(row), afterId: row.replayAfter ?? undefined }));
    },
    async begin(id, replays) {
      const { rows } = await pool.query<BegunReplay>(BEGIN, [
        id,
        ...columnsOfKeys(replays),
        replays.map(({ afterId }) => afterId),
        replays.map(({ repaired }) => (repaired === undefined ? null : Buffer.from(repaired))),
      ]);
      return rows;
    },
    end: async (id, state, says) => {
      return (await pool.query(END, [id, state, says ?? null])).rowCount === 1;
    },
  };
}

async function startRun(client: pg.PoolClient, run: NewRepairRun): Promise<StartedRun> {
  const { id, by, filter, rule, rate, allowsClosed, keys } = run;
  const patch = JSON.stringify(rule.patch);
  const values = [id, by, JSON.stringify(filter), rule.condition, patch, rate, allowsClosed];
  await client.query(INSERT, values);
  let claimed = 0;
  for (const some of inParts(keys)) {
    const { rowCount } = await client.query(CLAIM, [
      id,
      ...columnsOfKeys(some),
      DB_LIMITS.replayInFlightMs,
    ]);
    claimed += rowCount ?? 0;
  }
  const holders = claimed === keys.length ? [] : await holdersOf(client, id, keys);
  await client.query(claimed === 0 ? FORGET : COUNT, claimed === 0 ? [id] : [id, claimed]);
  return { claimed, holders };
}

const FORGET = loadSql('forgetRun');
const COUNT = loadSql('countRun');

/** The other runs that hold some of the entries, those that hold most first. */
async function holdersOf(client: pg.PoolClient, id: string, keys: readonly QuarantineKey[]) {
  const counts = new Map<string, RunHolder>();
  for (const some of inParts(keys)) {
    const { rows } = await client.query<RunHolder>(HOLDERS, columnsOfKeys(some));
    for (const row of rows) {
      const count = row.count + (counts.get(row.id)?.count ?? 0);
      if (row.id !== id) counts.set(row.id, { ...row, count });
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

function* inParts(keys: readonly QuarantineKey[]): Generator<readonly QuarantineKey[]> {
  const size = DB_LIMITS.claimedEntries;
  for (let from = 0; from < keys.length; from += size) yield keys.slice(from, from + size);
}
