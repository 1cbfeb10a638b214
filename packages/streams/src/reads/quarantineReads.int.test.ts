/** What a door refuses rests in the stream once, whatever becomes of its connection. */
import { randomUUID } from 'node:crypto';
import type { QuarantineRecord } from '@trove/contracts';
import { createFaultyProxy, type FaultyProxy } from '@trove/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectRedis, type TroveRedis } from '../connectRedis.js';
import { globalKeys } from '../keys.js';
import { quarantine, quarantineLength } from './quarantineReads.js';

/** Longer than the test. */
const NEVER_MS = 60_000;

const server = new URL(process.env.TEST_REDIS_URL ?? '');
let keys: { prefix: string };
let proxy: FaultyProxy;
let door: TroveRedis;
let witness: TroveRedis;

beforeEach(async () => {
  keys = { prefix: `test-${randomUUID()}` };
  proxy = await createFaultyProxy({ host: server.hostname, port: Number(server.port) });
  door = connectRedis(`redis://127.0.0.1:${proxy.port}`, { name: 'test' });
  door.on('error', () => undefined);
  witness = connectRedis(server.href, { name: 'test-witness' });
});

afterEach(async () => {
  const { quarantine: stream, quarantined } = globalKeys(keys);
  await witness.del(stream, quarantined);
  witness.disconnect();
  door.disconnect();
  await proxy.close();
});

const refused = (...ids: string[]) => {
  return ids.map((eventId) => ({ record: { eventId } as QuarantineRecord }));
};

it('is kept once though the answer is lost and the connection sends it again', async () => {
  await quarantine(door, refused('first'), keys);
  proxy.slow(NEVER_MS);
  const kept = quarantine(door, refused('second', 'third'), keys);
  await expect.poll(() => quarantineLength(witness, keys)).toBe(3);
  proxy.cut();
  proxy.slow(0);
  proxy.mend();
  await kept;
  expect(await quarantineLength(witness, keys)).toBe(3);
});

it('is kept as often as it is refused', async () => {
  for (let time = 0; time < 2; time += 1) await quarantine(door, refused('same'), keys);
  expect(await quarantineLength(witness, keys)).toBe(2);
});
