/** That every StateStore gives back who is in a team, and where its directory leads. */
import { codeName } from '@trove/core';
import { expect } from 'vitest';
import { codeOf, made, moved, published } from '../fixtures.js';
import { type Case, type Driver, HASH, scan } from './stateStoreDriver.js';

const TEAM = 'herons';
const NEXT_CODE = 'NEXT-CODE';
const LAST_CODE = 'LAST-CODE';

export const MEMBERSHIP_CASES: readonly Case[] = [
  {
    title: 'TM11 gives back members, captain, code and points over time, and forgets who has gone',
    run: async (driver) => {
      const entries = await driver.append([
        published(HASH, 1),
        made('ada', TEAM, 2),
        ...['bob', 'cy'].map((player, i) => {
          const data = { player, playerName: 'Zoë 🦊', team: TEAM, code: codeOf(TEAM) };
          return moved({ type: 'player.joined.v1', data }, 3 + i);
        }),
        scan(1),
        moved({ type: 'player.left.v1', data: { player: 'ada', team: TEAM } }, 6),
        moved(
          {
            type: 'player.removed.v1',
            data: { team: TEAM, member: 3, captain: 'bob', code: NEXT_CODE },
          },
          7,
        ),
        moved(
          { type: 'player.joined.v1', data: { player: 'dee', team: TEAM, code: NEXT_CODE } },
          8,
        ),
        moved(
          {
            type: 'team.member_removed.v1',
            data: { team: TEAM, member: 4, code: LAST_CODE, by: 'jury', reason: 'rude' },
          },
          9,
        ),
      ]);
      await driver.commit(await driver.held(), entries);
      const { hunts, teams, players, wholes } = await driver.load();
      const joinedMs = Math.floor((entries[0]?.appendedAtUs ?? 0) / 1000);
      expect(hunts[0]).toMatchObject({ teamsMade: 1 });
      expect(teams[0]?.roster).toEqual({
        ...{ code: LAST_CODE, captain: 2, given: 4 },
        members: new Map([['bob', { member: 2, name: 'Zoë 🦊', joinedMs }]]),
      });
      expect(teams[0]?.timeline).toEqual({
        ...{ gapS: 30, points: [{ atS: Math.floor(joinedMs / 1000), score: 25 }] },
      });
      expect(wholes[0]).toContainEqual(teams[0]);
      expect(players).toEqual([undefined, TEAM]);
      const codes = [codeOf(TEAM), NEXT_CODE, LAST_CODE].map(codeName);
      expect(await leads(driver, ['cy', 'dee', ...codes])).toEqual([
        ...[undefined, undefined, undefined, undefined, TEAM],
      ]);
    },
  },
];

async function leads({ store }: Driver, names: readonly string[]) {
  const players = names.map((player) => ({ hunt: 'test-hunt', player }));
  const nothing = { hunts: [], teams: [], replays: [] };
  return (await store.load({ partition: 0, ...nothing, players })).players;
}
