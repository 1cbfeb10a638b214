/**
 * The durable copy of what scored. Keyed by (partition, epoch, position) and moved together with
 * its cursor, so that no stretch of a log counts twice however often it is applied.
 */

import type { LedgerChunk, LedgerEntry } from '@trove/contracts';
import type pg from 'pg';
import type { Db } from '../createDb.js';
import type { HistoryMark } from '../historyRows.js';
import { inTransaction } from '../inTransaction.js';
import { loadSql } from '../loadSql.js';
import { storable } from '../storable.js';
import { insertMarks } from './rollupStore.js';
import {
  isSamePosition,
  lockCursor,
  readCursor,
  type SinkName,
  type SinkPosition,
  setCursor,
} from './sinkCursor.js';

export interface LedgerBatch {
  readonly partition: number;
  /** Where the chunks were read from: what `cursor` or the last `apply` answered. */
  readonly from: SinkPosition;
  /** In stream order, without a gap after `from`. At least one. */
  readonly chunks: readonly LedgerChunk[];
}

export type SinkReply =
  /** `inserted` counts rows that were not there before. */
  | { readonly kind: 'applied'; readonly inserted: number; readonly position: SinkPosition }
  /** Somebody else moved the cursor: nothing was written; read again from `position`. */
  | { readonly kind: 'moved'; readonly position: SinkPosition };

export interface LedgerStore {
  /** Where the partition's sink stands. */
  cursor(partition: number): Promise<SinkPosition>;
  /**
   * Writes the batch and moves the cursor behind it, wholly or not at all. Rejects with
   * `LedgerConflictError` when the log contradicts what is stored, and with an error for which
   * `isTransient` is true when PostgreSQL is away; the cursor then stands where it stood, unless
   * the answer to the commit itself was lost, which the next `cursor` shows.
   */
  apply(batch: LedgerBatch): Promise<SinkReply>;
}

/**
 * The partition's log is not the one the ledger was written from: Redis was replaced or set back
 * without its epoch being raised. Waiting does not mend it.
 */
export class LedgerConflictError extends Error {
  override readonly name = 'LedgerConflictError';
}

const SQL = {
  insert: loadSql('insertLedger'),
  collision: loadSql('findCollision'),
  epoch: loadSql('insertEpoch'),
};

/** The ledger of one database. */
export function ledgerStore({ pool }: Db): LedgerStore {
  return {
    cursor: (partition) => readCursor(pool, nameOf(partition)),
    apply: (batch) => inTransaction(pool, (client) => applyBatch(client, batch)),
  };
}

const nameOf = (partition: number): SinkName => ({ sink: 'ledger', stream: `p${partition}` });

async function applyBatch(client: pg.PoolClient, batch: LedgerBatch): Promise<SinkReply> {
  const name = nameOf(batch.partition);
  const current = await lockCursor(client, name);
  const last = batch.chunks.at(-1);
  if (last === undefined || !isSamePosition(current, batch.from)) {
    return { kind: 'moved', position: current };
  }
  await recordEpochs(client, batch);
  const inserted = await insertEntries(client, batch);
  await insertMarks(client, publicationMarks(batch.chunks));
  const position = { epoch: last.epoch, offset: last.id };
  await setCursor(client, name, position);
  return { kind: 'applied', inserted, position };
}

// The first chunk of a higher epoch says where that epoch took over.
async function recordEpochs(client: pg.PoolClient, { partition, from, chunks }: LedgerBatch) {
  let epoch = from.epoch;
  for (const chunk of chunks) {
    if (chunk.epoch < epoch) throw new LedgerConflictError(behind(partition, chunk.epoch, epoch));
    if (chunk.epoch === epoch) continue;
    epoch = chunk.epoch;
    await client.query(SQL.epoch, [partition, epoch, chunk.firstPosition]);
  }
}

function publicationMarks(chunks: readonly LedgerChunk[]): HistoryMark[] {
  return chunks.flatMap(({ publications }) =>
    publications.map(({ eventId, hunt, version, committedAt }) => ({
      kind: 'publication',
      id: eventId,
      atMs: committedAt.getTime(),
      hunt,
      subject: `version ${version}`,
    })),
  );
}

const behind = (partition: number, epoch: number, known: number) =>
  `partition ${partition} is in epoch ${epoch}, but the ledger already holds epoch ${known}`;

async function insertEntries(client: pg.PoolClient, batch: LedgerBatch): Promise<number> {
  const entries = batch.chunks.flatMap((chunk) => chunk.entries);
  if (entries.length === 0) return 0;
  const columns = columnsOf(entries);
  const { rowCount } = await client.query(SQL.insert, [batch.partition, ...columns]);
  const inserted = rowCount ?? 0;
  if (inserted < entries.length) {
    await refuseCollision(client, batch.partition, columns.slice(0, 3));
  }
  return inserted;
}

async function refuseCollision(
  client: pg.PoolClient,
  partition: number,
  places: unknown[][],
): Promise<void> {
  const { rows } = await client.query<{ epoch: string; position: string }>(SQL.collision, [
    partition,
    ...places,
  ]);
  const [hit] = rows;
  if (hit === undefined) return;
  throw new LedgerConflictError(
    `partition ${partition}, epoch ${hit.epoch}, position ${hit.position} ` +
      'holds another event than the log says',
  );
}

/** The order of insertLedger.sql's parameters; the first three are findCollision.sql's. */
function columnsOf(entries: readonly LedgerEntry[]): unknown[][] {
  return [
    entries.map((entry) => entry.epoch),
    entries.map((entry) => entry.position),
    entries.map((entry) => entry.eventId),
    entries.map((entry) => entry.hunt),
    entries.map((entry) => entry.team),
    entries.map((entry) => entry.player),
    entries.map((entry) => entry.type),
    entries.map((entry) => entry.outcome),
    entries.map((entry) => entry.verdict ?? null),
    entries.map((entry) => entry.clue ?? null),
    entries.map((entry) => entry.points),
    entries.map((entry) => entry.score ?? null),
    entries.map((entry) => entry.version || null),
    entries.map((entry) => entry.rules.join(',')),
    entries.map((entry) => entry.occurredAt.getTime()),
    entries.map((entry) => entry.committedAt.getTime()),
    entries.map((entry) => (entry.reason === undefined ? null : storable(entry.reason))),
    entries.map((entry) => entry.teamStatus ?? null),
    entries.map((entry) => entry.isPlaytest === true),
  ];
}
