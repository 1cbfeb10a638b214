/** That every StateStore gives back a team's photos and what it has paid. */
import { expect } from 'vitest';
import { compiled, huntDefinition, operated, playEvent, published } from '../fixtures.js';
import { type Case, EMPTY, HASH } from './stateStoreDriver.js';

const rules = compiled(
  huntDefinition({
    clues: [
      {
        id: 'gate',
        title: 'Gate',
        points: 20,
        find: { photo: { shows: 'Everybody.' } },
        hints: [{ id: 'lion', text: 'It yawns.', cost: 3 }],
      },
    ],
    rules: [],
  }),
);
const photo = '0f'.repeat(32);

export const PHOTO_CASES: readonly Case[] = [
  {
    title: 'PH16 gives back a photo with what was said of it, and what was paid for hints',
    run: async (driver) => {
      const data = { team: 'herons', clue: 'gate', photo, reason: 'Löwe fehlt 🦁' };
      const entries = await driver.append([
        published(HASH, 1),
        playEvent('hint.requested.v1', { clue: 'gate', hint: 'lion' }, { number: 1 }),
        playEvent('photo.submitted.v1', { clue: 'gate', photo }, { number: 2 }),
        operated({ type: 'photo.judged.v1', data: { ...data, as: 'rejected' } }, 3),
        playEvent('photo.appealed.v1', { clue: 'gate', text: 'Doch: links.' }, { number: 4 }),
      ]);
      await driver.commit(await driver.held(), entries, { view: { ...EMPTY, rules: () => rules } });
      const { teams, wholes } = await driver.load();
      expect(teams[0]?.marks.paid).toEqual(new Map([['gate/lion', 3]]));
      expect(teams[0]?.marks.photos.get('gate')).toMatchObject({
        photo,
        status: 'appealed',
        reason: 'Löwe fehlt 🦁',
        appeal: 'Doch: links.',
      });
      expect(wholes[0]).toContainEqual(teams[0]);
    },
  },
];
