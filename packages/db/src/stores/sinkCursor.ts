/**
 * How far a durable consumer of a Redis stream is. The row is locked before anything is written
 * and moved in the same transaction, so that two workers that read the same stretch write it once.
 */
import type pg from 'pg';
import { loadSql } from '../loadSql.js';

/** A place in a sink's stream: ids are comparable only within one epoch. */
export interface SinkPosition {
  readonly epoch: number;
  /** Id of the last stream entry taken; `0-0` before the first. */
  readonly offset: string;
}

/** One cursor row: a consumer and the stream it reads. */
export interface SinkName {
  readonly sink: 'archive' | 'ledger' | 'quarantine' | 'rollups';
  readonly stream: string;
}

export const SINK_START: SinkPosition = { epoch: 0, offset: '0-0' };

const SQL = {
  read: loadSql('readCursor'),
  lock: loadSql('lockCursor'),
  set: loadSql('setCursor'),
};

interface CursorRow {
  readonly epoch: string;
  readonly offset: string;
}

/** Where the sink stands, without locking it; the start when it never ran. */
export async function readCursor(pool: pg.Pool, name: SinkName): Promise<SinkPosition> {
  const { rows } = await pool.query<CursorRow>(SQL.read, [name.sink, name.stream]);
  return toPosition(rows[0]);
}

/** Where the sink stands; nobody else moves it until the transaction ends. */
export async function lockCursor(client: pg.PoolClient, name: SinkName): Promise<SinkPosition> {
  const { rows } = await client.query<CursorRow>(SQL.lock, [name.sink, name.stream]);
  return toPosition(rows[0]);
}

/** Moves the cursor within the transaction that holds its lock. */
export async function setCursor(
  client: pg.PoolClient,
  name: SinkName,
  to: SinkPosition,
): Promise<void> {
  await client.query(SQL.set, [name.sink, name.stream, to.epoch, to.offset]);
}

/** True when both name the same place. */
export function isSamePosition(a: SinkPosition, b: SinkPosition): boolean {
  return a.epoch === b.epoch && a.offset === b.offset;
}

function toPosition(row: CursorRow | undefined): SinkPosition {
  return row ? { epoch: Number(row.epoch), offset: row.offset } : SINK_START;
}
