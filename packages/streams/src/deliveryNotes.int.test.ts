import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectRedis, type TroveRedis } from './connectRedis.js';
import { createDeliveryNotes, type DeliveryNotes } from './deliveryNotes.js';
import { partitionKeys } from './keys.js';
import { readDelivery } from './reads/deliveryReads.js';

const keys = { prefix: `test-${randomUUID()}` };
const { deliveries } = partitionKeys(keys, 0);
let redis: TroveRedis;
let forgotten = 0;

beforeEach(() => {
  redis = connectRedis(process.env['TEST_REDIS_URL'] ?? '', { name: 'delivery-test' });
});
afterEach(async () => {
  await redis.del(deliveries);
  redis.disconnect();
});

/** One door: what it is told is written when it closes. */
async function door(tell: (notes: DeliveryNotes) => void): Promise<void> {
  const onError = (error: unknown) => {
    throw error;
  };
  const notes = createDeliveryNotes({ redis, keys, onError, onForgotten: (n) => (forgotten += n) });
  tell(notes);
  await notes.close();
}

const push = { epoch: 5, offset: 20, pushedAtUs: 1_000, rows: 10, heard: undefined };
const seen = { hunt: 'hunt', player: 'ada', epoch: 5, since: 0, offset: 20, seenAtUs: 9_000 };
const event = {
  hunt: 'hunt',
  player: 'ada',
  epoch: 5,
  position: 12,
  firstPosition: 10,
  offset: 20,
};
const read = (more: Partial<typeof event> = {}, committedMs = 0) =>
  readDelivery(redis, { partition: 0, committedMs, keys }, { ...event, ...more });

describe('notes of deliveries', () => {
  it('RC4 give the first push of any door, and when the device said that it had it', async () => {
    await door((notes) => notes.pushed(0, { ...push, pushedAtUs: 2_000 }));
    await door((notes) => {
      notes.pushed(0, push);
      notes.pushed(0, { ...push, offset: 30, pushedAtUs: 500 });
      notes.seen(0, seen);
    });
    expect(await read()).toEqual({ pushedAtUs: 1_000, acknowledgedAtUs: 9_000, isKnown: true });
    expect(await redis.xlen(deliveries)).toBe(2);
  });

  it('RC4 leave out what did not happen', async () => {
    const heard = Uint8Array.of(0b0000_0010, 0);
    await door((notes) => {
      notes.pushed(0, { ...push, heard });
      notes.seen(0, { ...seen, since: 13 });
    });
    const nothing = { pushedAtUs: undefined, acknowledgedAtUs: undefined, isKnown: true };
    expect(await read()).toEqual(nothing);
    expect(await read({ position: 11 })).toMatchObject({ pushedAtUs: 1_000 });
    expect(await read({ player: 'bob' })).toEqual(nothing);
    expect(await read({ epoch: 4 })).toEqual(nothing);
  });

  it('RC4 make one note of a player in a tick, for all its devices', async () => {
    await door((notes) => {
      notes.seen(0, { ...seen, since: 15, offset: 18, seenAtUs: 8_000 });
      notes.seen(0, { ...seen, since: 0, offset: 16 });
    });
    expect(await read({ position: 17 })).toMatchObject({ acknowledgedAtUs: 9_000 });
    expect(await read({ position: 18 })).toMatchObject({ acknowledgedAtUs: undefined });
  });

  it('RC4 say so when older ones are gone', async () => {
    await door((notes) => notes.pushed(0, { ...push, offset: 10 }));
    await door((notes) => notes.pushed(0, { ...push, offset: 30 }));
    expect((await read()).isKnown).toBe(true);
    await redis.xtrim(deliveries, 'MAXLEN', 1);
    expect((await read()).isKnown).toBe(false);
    const [first] = await redis.xrange(deliveries, '-', '+');
    expect((await read({}, Number.parseInt(first?.[0] ?? '', 10))).isKnown).toBe(true);
  });

  it('RC4 are bounded in a tick', async () => {
    await door((notes) => {
      for (let i = 0; i < 2_100; i += 1) notes.pushed(0, push);
    });
    expect(forgotten).toBe(100);
  });
});
