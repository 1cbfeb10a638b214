/** A transaction ends with an answer or an error, and takes the process with it never. */
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction } from './inTransaction.js';

const connectionString = process.env.TEST_DATABASE_URL ?? '';
let pool: pg.Pool;

beforeAll(() => {
  pool = new pg.Pool({ connectionString, max: 2 });
  pool.on('error', () => undefined);
});
afterAll(() => pool.end());

/** Ends a connection from another one, as a server that is stopped does. */
async function terminate(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const gone = new Promise((resolve) => client.once('end', resolve));
  await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await gone;
}

it('rejects when its connection dies between two statements', async () => {
  const transaction = inTransaction(pool, async (client) => {
    await terminate(client);
    await client.query('select 1');
  });
  await expect(transaction).rejects.toThrow(/not queryable|terminated/);
});

it('has the next one begin on another connection', async () => {
  const answer = await inTransaction(pool, async (client) => {
    return (await client.query<{ one: number }>('select 1 as one')).rows[0]?.one;
  });
  expect(answer).toBe(1);
});
