/**
 * Refused events, copied from the quarantine streams once each. They hold whatever was sent, so
 * every text is made storable first: one event that PostgreSQL refuses would stop all behind it.
 */
import type { QuarantineEntry } from '@trove/contracts';
import type pg from 'pg';
import type { Db } from '../createDb.js';
import { inTransaction } from '../inTransaction.js';
import { DB_LIMITS } from '../limits.js';
import { loadSql } from '../loadSql.js';
import { storable } from '../storable.js';
import { parseStreamId } from '../streamId.js';
import type { SinkReply } from './ledgerStore.js';
import { lockCursor, readCursor, type SinkName, setCursor } from './sinkCursor.js';

export interface QuarantineBatch {
  /** `door`, or `p0`, `p1` …; what every entry says too. */
  readonly stream: string;
  /** Where the entries were read from: what `cursor` or the last `apply` answered. */
  readonly fromId: string;
  /** Id of the last stream entry read. */
  readonly toId: string;
  readonly entries: readonly QuarantineEntry[];
}

export interface QuarantineStore {
  /** Id of the last entry of this stream taken; `0-0` before the first. */
  cursor(stream: string): Promise<string>;
  /** As the ledger's `apply`: batch and cursor wholly or not at all, each entry once. */
  apply(batch: QuarantineBatch): Promise<SinkReply>;
  /** Which of these events of a hunt have an entry that somebody may still send again. */
  openAmong(hunt: string, eventIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Takes away a bounded number of what is older than it is kept; answers of how many entries. */
  tidy(): Promise<number>;
}

const OPEN_AMONG = loadSql('openQuarantine');
const INSERT = loadSql('insertQuarantine');
const TIDY = loadSql('tidyQuarantine');
const TIDY_ORIGINALS = loadSql('tidyOriginals');
const MAX_INT = 2_147_483_647;

/** The quarantine of one database, as a sink. */
export function quarantineStore({ pool }: Db): QuarantineStore {
  return {
    cursor: async (stream) => (await readCursor(pool, nameOf(stream))).offset,
    apply: (batch) => inTransaction(pool, (client) => applyBatch(client, batch)),
    async openAmong(hunt, eventIds) {
      const { rows } = await pool.query<{ event_id: string }>(OPEN_AMONG, [hunt, eventIds]);
      return new Set(rows.map(({ event_id: id }) => id));
    },
    async tidy() {
      let taken = 0;
      for (const { state, original, entry } of DB_LIMITS.quarantineDays) {
        const most = DB_LIMITS.tidiedRows;
        taken += (await pool.query(TIDY, [state, entry, most])).rowCount ?? 0;
        taken += (await pool.query(TIDY_ORIGINALS, [state, original, most])).rowCount ?? 0;
      }
      return taken;
    },
  };
}

const nameOf = (stream: string): SinkName => ({ sink: 'quarantine', stream });

async function applyBatch(client: pg.PoolClient, batch: QuarantineBatch): Promise<SinkReply> {
  const name = nameOf(batch.stream);
  const current = await lockCursor(client, name);
  if (current.offset !== batch.fromId) return { kind: 'moved', position: current };
  const { rowCount } = await client.query(INSERT, [batch.stream, ...columnsOf(batch.entries)]);
  const position = { epoch: 0, offset: batch.toId };
  await setCursor(client, name, position);
  return { kind: 'applied', inserted: rowCount ?? 0, position };
}

/** The order of insertQuarantine.sql's parameters after the stream. */
function columnsOf(entries: readonly QuarantineEntry[]): unknown[][] {
  const ids = entries.map((entry) => parseStreamId(entry.streamId));
  const indexed = (pick: (entry: QuarantineEntry) => string) =>
    entries.map((entry) => storable(pick(entry), DB_LIMITS.indexedText));
  const text = (pick: (entry: QuarantineEntry) => string) =>
    entries.map((entry) => storable(pick(entry), DB_LIMITS.text));
  return [
    ids.map(({ ms }) => ms),
    ids.map(({ seq }) => seq),
    entries.map((entry) => entry.refusedAt),
    text((entry) => entry.stage),
    text((entry) => entry.ack),
    indexed((entry) => entry.code),
    text((entry) => entry.path),
    text((entry) => entry.detail),
    indexed((entry) => entry.eventId),
    indexed((entry) => entry.hunt),
    indexed((entry) => entry.type),
    text((entry) => entry.source),
    text((entry) => entry.player),
    text((entry) => entry.team),
    text((entry) => entry.transport),
    entries.map((entry) => entry.reserialised),
    entries.map((entry) => Buffer.from(entry.original, 'utf8')),
    entries.map((entry) => Math.min(entry.originalBytes, MAX_INT)),
    text((entry) => entry.originalSha256),
    entries.map((entry) => entry.huntVersion),
  ];
}
