import { expect, it } from 'vitest';
import { Intents } from './intents.js';
import { Keeper, readKept } from './storage.js';

it('starts with nothing after a text it cannot read', async () => {
  const storage = { read: async () => '{"events":', write: async () => undefined };
  expect(await readKept(storage)).toEqual({ events: [] });
  expect(await readKept(undefined)).toEqual({ events: [] });
});

it('writes one at a time and ends with the newest state', async () => {
  const written: string[] = [];
  let last = 0;
  const storage = {
    read: async () => undefined,
    write: async (text: string) => void written.push(text),
  };
  const keeper = new Keeper(storage, () => ({
    events: [],
    last: [{ partition: 0, epoch: 1, offset: last }],
  }));
  const waits = [1, 2, 3].map((offset) => {
    last = offset;
    return keeper.keep();
  });
  await Promise.all(waits);
  expect(written.at(-1)).toBe('{"events":[],"last":[{"partition":0,"epoch":1,"offset":3}]}');
  expect(written.length).toBeLessThan(3);
});

it('ends every wait when the player is closed', async () => {
  const intents = new Intents();
  const { acked, result } = intents.open('a');
  intents.close();
  expect(await acked).toEqual({ ack: 'busy' });
  expect(await result).toBeUndefined();
});
