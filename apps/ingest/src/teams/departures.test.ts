import type { DoorClaims, Membership } from '@trove/contracts';
import type { OutEntry } from '@trove/streams';
import { describe, expect, it } from 'vitest';
import { PLAYER_TOKEN_MS } from '../tokens/tokens.js';
import { Departures } from './departures.js';

/** A commit in which this has happened to the herons, as far as it is looked at. */
function commit(membership: Membership, atMs = 0): OutEntry {
  const names = ['hunt', 'herons'];
  const blob = {
    names: { at: (number: number) => names[number] },
    huntOf: () => 0,
    teamOf: () => 1,
    rowsWithExtras: [
      [0, '{"badges":["membership"]}'],
      [1, JSON.stringify({ membership })],
    ],
  };
  return { committedAtUs: atMs * 1000, blob } as unknown as OutEntry;
}

const claims = (member: number, team = 'herons'): DoorClaims => ({
  ...{ aud: 'trove-door', kind: 'player', sub: 'ada', hunt: 'hunt', source: '/ada', exp: 1 },
  ...{ team, member },
});

describe('who has left', () => {
  it('TM13 is refused as that member, and as no other', () => {
    const departures = new Departures();
    const changes = departures.note(commit({ change: 'removed', member: 2, name: 'Bo' }));
    const left = { hunt: 'hunt', team: 'herons', member: 2, change: 'removed' };
    expect(changes).toEqual([{ hunt: 'hunt', team: 'herons', left }]);
    expect(departures.refusal(claims(2))).toMatchObject({ code: 'not_in_team', status: 403 });
    expect(departures.refusal(claims(1))).toBeUndefined();
    expect(departures.refusal(claims(2, 'otters'))).toBeUndefined();
  });

  it('TM13 is nobody of those who come, or lead', () => {
    const departures = new Departures();
    for (const change of ['made', 'joined', 'captain'] as const) {
      const place = { hunt: 'hunt', team: 'herons' };
      expect(departures.note(commit({ change, member: 1, name: 'Ada' }))).toEqual([place]);
    }
    expect(departures.refusal(claims(1))).toBeUndefined();
  });

  it('TM13 is remembered as long as a token may live', () => {
    const departures = new Departures();
    departures.note(commit({ change: 'left', member: 1, name: 'Ada' }));
    departures.note(commit({ change: 'left', member: 2, name: 'Bo' }, PLAYER_TOKEN_MS));
    expect(departures.refusal(claims(1))).toBeDefined();
    departures.note(commit({ change: 'left', member: 3, name: 'Cy' }, PLAYER_TOKEN_MS + 1));
    expect(departures.refusal(claims(1))).toBeUndefined();
    expect(departures.refusal(claims(2))).toBeDefined();
  });
});

it('TM13 may lack who left before what was heard, for as long as their tokens live', () => {
  const departures = new Departures();
  expect(departures.mayLack(5_000)).toBe(false);
  departures.heardSince(5_000);
  expect(departures.mayLack(5_000 + PLAYER_TOKEN_MS - 1)).toBe(true);
  expect(departures.mayLack(5_000 + PLAYER_TOKEN_MS)).toBe(false);
});
