import type { EventResult, Operation } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { type AboutAct, wordsOfOperation } from './wordsOfOperation';

const ABOUT: AboutAct = {
  title: 'Night of the Fog',
  phase: 'live',
  team: { name: 'The Herons' },
  clue: { title: 'The attic', hints: [{ id: 'near', text: 'You are near.', cost: 5 }] },
  divisions: [{ id: 'kids', title: 'Up to twelve' }],
};
const team = 'team-3fa8b2c1d4e5';
const DONE: EventResult = {
  ...{ id: 'act', hunt: 'fog', team, position: 7 },
  ...{ outcome: 'accepted', verdict: 'noted' },
};

describe('wordsOfOperation', () => {
  it.each<[Operation, Partial<EventResult>, string]>([
    [{ type: 'hunt.broadcast.v1', data: { text: 'Soup', to: team } }, {}, 'Said to The Herons.'],
    [
      { type: 'points.adjusted.v1', data: { team, points: -1, reason: 'x' } },
      { score: 4 },
      'The Herons loses 1 point and has 4 now.',
    ],
    [
      { type: 'team.status_changed.v1', data: { team, as: 'banned', reason: 'x' } },
      {},
      'The Herons is banned now.',
    ],
    [
      { type: 'hint.given.v1', data: { team, clue: 'attic', hint: 'near' } },
      {},
      'The Herons has the hint “You are near.” for The attic.',
    ],
    [
      { type: 'clue.unlocked.v1', data: { team, clue: 'attic' } },
      { unlocked: ['attic'] },
      'The attic is open for The Herons.',
    ],
    [
      { type: 'clue.unlocked.v1', data: { clue: 'attic' } },
      { openedForAll: 'attic' },
      'The attic is open for all teams.',
    ],
    [
      { type: 'team.member_removed.v1', data: { team, member: 2, reason: 'x' } },
      { membership: { change: 'removed', member: 2, name: 'Bo' } },
      'Bo is out of The Herons, which has another code now.',
    ],
    [
      { type: 'team.division_changed.v1', data: { team, division: 'kids' } },
      {},
      'The Herons is ranked in Up to twelve now.',
    ],
  ])('calls by name what %j is about', (operation, result, words) => {
    expect(wordsOfOperation(operation, { ...DONE, ...result }, ABOUT)).toBe(words);
  });

  it('says the phase in force, also where the file’s time goes before what was asked', () => {
    const operation: Operation = { type: 'hunt.phase_changed.v1', data: { phase: 'scheduled' } };
    expect(wordsOfOperation(operation, DONE, ABOUT)).toBe('Night of the Fog is live now.');
  });

  it('falls back on ids where nothing could be read', () => {
    const operation: Operation = { type: 'clue.unlocked.v1', data: { team, clue: 'attic' } };
    const about = { title: 'Night of the Fog', phase: 'live', divisions: [] } as const;
    expect(wordsOfOperation(operation, DONE, about)).toBe('attic was open already.');
    const opened = { ...DONE, unlocked: ['attic'] };
    expect(wordsOfOperation(operation, opened, about)).toBe(`attic is open for ${team}.`);
  });
});
