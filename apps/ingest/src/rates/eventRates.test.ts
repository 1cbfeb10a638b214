import type { DoorClaims } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { DOOR_RATES } from '../limits.js';
import { EventRates } from './eventRates.js';

const NOW = 1_764_150_000_000;
const exp = 2_000_000_000;
const player = (name: string, team = 'herons'): DoorClaims => ({
  aud: 'trove-door',
  kind: 'player',
  sub: name,
  hunt: 'harbour',
  team,
  member: 1,
  source: `/hunts/harbour/players/${name}`,
  exp,
});
const server: DoorClaims = {
  aud: 'trove-door',
  kind: 'source',
  sub: '/server',
  hunts: ['*'],
  may: ['send'],
  exp,
};
/** What a server sends, by hunt. */
const lanes = (hunts: Record<string, number>) => [
  { byHunt: new Map(Object.entries(hunts).map(([slug, events]) => [{ slug }, events])) },
];
const limited = (whose: string, retryAfterMs: number) => ({
  ack: 'rate_limited',
  code: 'rate_limited',
  detail: `too many events of one ${whose}`,
  retryAfterMs,
});

describe('events', () => {
  it('SO3 of a player are bound over all its sockets', () => {
    const rates = new EventRates(100_000);
    const { burst, perSecond } = DOOR_RATES.player;
    expect(rates.takePlayer(player('ada'), burst, NOW)).toBeUndefined();
    expect(rates.takePlayer(player('ada'), perSecond, NOW)).toEqual(limited('player', 1_000));
    expect(rates.takePlayer(player('grace'), 1, NOW)).toBeUndefined();
  });

  it('SO3 of a team are bound over all its players', () => {
    const rates = new EventRates(100_000);
    const { burst, perSecond } = DOOR_RATES.team;
    for (let i = 0; i < burst / 500; i += 1) {
      expect(rates.takePlayer(player(`player ${i}`), 500, NOW)).toBeUndefined();
    }
    const refused = rates.takePlayer(player('late'), 1, NOW);
    expect(refused).toEqual(limited('team', 1_000 / perSecond));
    expect(rates.takePlayer(player('other', 'otters'), 1, NOW)).toBeUndefined();
  });

  it('SO4 of a hunt are bound for its players and for servers alike, and of no other hunt', () => {
    const rates = new EventRates(1_000);
    expect(rates.takeHunts(server, lanes({ harbour: 2_000 }), NOW)).toBeUndefined();
    const refused = rates.takeHunts(server, lanes({ harbour: 500 }), NOW);
    expect(refused).toEqual(limited('hunt', 500));
    expect(rates.takePlayer(player('ada'), 10, NOW)).toEqual(limited('hunt', 10));
    expect(rates.takeHunts(server, lanes({ market: 2_000 }), NOW)).toBeUndefined();
  });

  it('SO4 of a packet that one bucket refuses are taken from none', () => {
    const rates = new EventRates(1_000);
    rates.takeHunts(server, lanes({ harbour: 2_000 }), NOW);
    const mixed = lanes({ market: 1_000, harbour: 1 });
    expect(rates.takeHunts(server, mixed, NOW)).toEqual(limited('hunt', 1));
    expect(rates.takeHunts(server, lanes({ market: 2_000 }), NOW)).toBeUndefined();
  });

  it('SO3 of a server are bound by no player’s and no team’s bucket', () => {
    const rates = new EventRates(100_000);
    expect(rates.takePlayer(server, 1_000_000, NOW)).toBeUndefined();
  });
});
