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
  // A connection that dies between two statements has nobody waiting for its error, and the pool
  // does not listen while it is lent out: it would end the process. The next statement rejects.
  const outlive = () => undefined;
  client.on('error', outlive);
  try {
    await client.query('BEGIN');
    const answer = await work(client);
    await client.query('COMMIT');
    client.off('error', outlive);
    client.release();
    return answer;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
