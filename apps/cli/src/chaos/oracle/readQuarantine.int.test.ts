/** How the count of what rests in PostgreSQL tells that it is away from what must not happen. */
import { createDb } from '@trove/db';
import { createTestDatabase } from '@trove/db/testing';
import { expect, it } from 'vitest';
import { restsStored } from './readQuarantine.js';

it('counts nothing while PostgreSQL is away', async () => {
  const away = createDb('postgresql://nobody:nothing@127.0.0.1:1/none');
  expect(await restsStored(away, 'old-town')).toBe(0);
  await away.close();
});

it('fails where PostgreSQL is there and has no such table', async () => {
  const database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
  const db = createDb(database.url);
  await db.pool.query('DROP TABLE quarantine_event CASCADE');
  await expect(restsStored(db, 'old-town')).rejects.toThrow('quarantine_event');
  await db.close();
  await database.drop();
});
