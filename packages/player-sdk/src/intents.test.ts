import { expect, it } from 'vitest';
import { Intents } from './intents.js';

it('ends every wait when the player is closed', async () => {
  const intents = new Intents();
  const { acked, result } = intents.open('a');
  intents.close();
  expect(await acked).toEqual({ ack: 'busy' });
  expect(await result).toBeUndefined();
});
