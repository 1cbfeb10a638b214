/**
 * The one way into PostgreSQL. Everything waits briefly and then fails, because callers off the
 * hot path would rather run again in a moment than hang; the pool connects anew by itself.
 */
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.js';
import { DB_LIMITS } from './limits.js';

export interface Db {
  /** For everything that is not a hot batch; also what better-auth is given. */
  readonly prisma: PrismaClient;
  /** For the statements in sql/. */
  readonly pool: pg.Pool;
  /** Waits for running queries, then ends every connection. */
  close(): Promise<void>;
}

export interface DbOptions {
  /**
   * Told when PostgreSQL drops a connection that nobody was using. Nothing is lost by it and the
   * next query connects again, so it is worth a line in the log and no more.
   */
  readonly onIdleError?: (error: Error) => void;
  /** For work that nobody waits for: its statements may take a minute. */
  readonly isPatient?: boolean;
}

/**
 * Opens a pool without connecting yet. Queries reject within about two seconds when PostgreSQL
 * does not answer, or within a minute where nobody waits; `isTransient` tells such rejections from
 * mistakes.
 */
export function createDb(databaseUrl: string, options: DbOptions = {}): Db {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: DB_LIMITS.connections,
    connectionTimeoutMillis: DB_LIMITS.connectMs,
    statement_timeout: options.isPatient ? DB_LIMITS.patientMs : DB_LIMITS.statementMs,
    query_timeout: options.isPatient ? DB_LIMITS.patientMs : DB_LIMITS.answerMs,
    lock_timeout: DB_LIMITS.lockMs,
    keepAlive: true,
  });
  pool.on('error', (error) => options.onIdleError?.(error));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = async () => {
    await prisma.$disconnect();
    await pool.end();
  };
  return { prisma, pool, close };
}
