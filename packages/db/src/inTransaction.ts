/** Runs statements as one transaction on one connection of the pool. */
import type pg from 'pg';

/**
 * Commits when `work` resolves and answers what it answered. When anything rejects, the
 * connection is thrown away, which rolls back on the server even if it can no longer be asked.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const answer = await work(client);
    await client.query('COMMIT');
    client.release();
    return answer;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
