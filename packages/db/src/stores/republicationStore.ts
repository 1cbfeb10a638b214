/**
 * Retroactive publications from being asked for to their end. Whoever begins one holds it for a
 * while and says so again and again; one that nobody holds any more is begun anew, because until
 * its event is appended nothing has changed. From then on it is only seen through: the version is
 * stored, and what the log answers decides whether it stays.
 */
import { RepublicationState } from '@trove/contracts';
import type pg from 'pg';
import type { Db } from '../createDb.js';
import { inTransaction } from '../inTransaction.js';
import { DB_LIMITS } from '../limits.js';
import { loadSql } from '../loadSql.js';

export interface NewRepublication {
  readonly id: string;
  readonly hunt: string;
  readonly by: string;
  /** YAML text. */
  readonly draft: string;
  /** The newest version: this becomes the next one. */
  readonly baseVersion: number;
}

export interface ClaimedRepublication {
  readonly hunt: string;
  readonly by: string;
  readonly draft: string;
  readonly baseVersion: number;
  readonly state: RepublicationState;
  /** How often it was begun, this time included; what was given back does not count. */
  readonly tries: number;
  /** Names what this holder stages; of one that is being swapped, what was staged. */
  readonly shadow: string;
  /** What an earlier holder has left. */
  readonly leftShadow: string | undefined;
  /** Once it is being swapped: the event, and an entry of `out` that was there before it. */
  readonly event: { readonly id: string; readonly afterId: string } | undefined;
}

export interface SwapVersion {
  readonly slug: string;
  readonly title: string;
  readonly hash: string;
  readonly body: string;
  readonly source: string;
  readonly eventId: string;
  readonly by: string;
  readonly baseVersion: number;
  readonly afterId: string;
}

/** Where in the log the swap stands, and what teams have since. */
export interface Swapped {
  readonly partition: number;
  readonly epoch: number;
  readonly position: number;
  readonly eventId: string;
  readonly hunt: string;
  readonly version: number;
  readonly atMs: number;
  /** Points by team at the swap. */
  readonly scores: ReadonlyMap<string, number>;
  readonly reason: string;
}

/** The run and the job that is at it. */
export interface HeldRun {
  readonly id: string;
  readonly holder: string;
}

export interface RepublicationStore {
  /** False when one of this hunt has not ended; the oldest ended ones of the hunt are forgotten. */
  ask(run: NewRepublication): Promise<boolean>;
  /** Undefined when it has ended, or somebody is at it. `holder` is a UUID. */
  claim(run: HeldRun, forMs: number): Promise<ClaimedRepublication | undefined>;
  /** False when the run has ended meanwhile, or is another's. */
  beat(run: HeldRun, held: { forMs: number; done: number; total: number }): Promise<boolean>;
  giveBack(run: HeldRun): Promise<void>;
  /** Ends one of which nothing is published yet; false when it was too late for that. */
  end(
    id: string,
    end: { state: 'failed' | 'cancelled'; says: string; holder?: string },
  ): Promise<boolean>;
  /** Stores its version, wholly or not at all; from here on its event may be appended. */
  beginSwap(run: HeldRun, version: SwapVersion): Promise<'begun' | 'gone' | { newest: number }>;
  /** The log has refused it: its version is taken out again. */
  refuse(run: HeldRun, says: string): Promise<void>;
  /** Writes what it has moved into the ledger and ends it; answers how many teams that were. */
  finish(run: HeldRun, swapped: Swapped): Promise<number>;
}

const SQL = {
  insert: loadSql('insertRepublication'),
  tidy: loadSql('tidyRepublications'),
  claim: loadSql('claimRepublication'),
  beat: loadSql('beatRepublication'),
  giveBack: loadSql('giveBackRepublication'),
  end: loadSql('endRepublication'),
  lock: loadSql('lockHunt'),
  version: loadSql('insertVersion'),
  begin: loadSql('beginSwap'),
  refuse: loadSql('refuseSwap'),
  moves: loadSql('insertMoves'),
  finish: loadSql('endSwap'),
};

export function republicationStore({ pool }: Db): RepublicationStore {
  return {
    ask: ({ id, hunt, by, draft, baseVersion }) =>
      inTransaction(pool, async (client) => {
        const { rowCount } = await client.query(SQL.insert, [id, hunt, by, draft, baseVersion]);
        await client.query(SQL.tidy, [hunt, DB_LIMITS.keptRepublications]);
        return rowCount === 1;
      }),
    async claim({ id, holder }, forMs) {
      const { rows } = await pool.query<ClaimedRow>(SQL.claim, [id, holder, forMs]);
      return rows[0] && toClaimed(rows[0]);
    },
    async beat({ id, holder }, { forMs, done, total }) {
      return (await pool.query(SQL.beat, [id, holder, forMs, done, total])).rowCount === 1;
    },
    giveBack: async ({ id, holder }) => void (await pool.query(SQL.giveBack, [id, holder])),
    async end(id, { state, says, holder }) {
      return (await pool.query(SQL.end, [id, state, says, holder ?? null])).rowCount === 1;
    },
    beginSwap: (run, version) => inTransaction(pool, (client) => beginSwap(client, run, version)),
    refuse: async ({ id, holder }, says) => void (await pool.query(SQL.refuse, [id, holder, says])),
    finish: (run, swapped) => inTransaction(pool, (client) => finish(client, run, swapped)),
  };
}

interface ClaimedRow {
  readonly hunt: string;
  readonly asked_by: string;
  readonly draft: string;
  readonly base_version: number;
  readonly state: string;
  readonly tries: number;
  readonly shadow: string;
  readonly event_id: string | null;
  readonly after_id: string | null;
  readonly left_shadow: string | null;
}

function toClaimed(row: ClaimedRow): ClaimedRepublication {
  const { hunt, asked_by: by, draft, base_version: baseVersion, tries, shadow } = row;
  const { event_id: id, after_id: afterId, left_shadow: left } = row;
  return {
    ...{ hunt, by, draft, baseVersion, tries, shadow },
    state: RepublicationState.parse(row.state),
    leftShadow: left === null || left === shadow ? undefined : left,
    event: id === null || afterId === null ? undefined : { id, afterId },
  };
}

async function beginSwap(
  client: pg.PoolClient,
  { id, holder }: HeldRun,
  version: SwapVersion,
): Promise<'begun' | 'gone' | { newest: number }> {
  const { slug, title, hash, body, source, eventId, by, baseVersion, afterId } = version;
  // The hunt is there: what is recomputed was played.
  const { rows } = await client.query<{ last_version: number }>(SQL.lock, [slug, title, 0]);
  const newest = rows[0]?.last_version ?? 0;
  if (newest !== baseVersion) return { newest };
  const begun = await client.query(SQL.begin, [id, holder, eventId, afterId]);
  if (begun.rowCount !== 1) return 'gone';
  const next = baseVersion + 1;
  await client.query(SQL.version, [slug, next, title, hash, body, source, eventId, by]);
  return 'begun';
}

async function finish(
  client: pg.PoolClient,
  { id, holder }: HeldRun,
  swapped: Swapped,
): Promise<number> {
  const { partition, epoch, position, eventId, hunt, version, atMs, scores, reason } = swapped;
  const place = [partition, epoch, position, eventId, hunt, version, atMs];
  const values = [...place, [...scores.keys()], [...scores.values()], reason];
  const teams = (await client.query(SQL.moves, values)).rowCount ?? 0;
  await client.query(SQL.finish, [id, holder, teams]);
  return teams;
}
