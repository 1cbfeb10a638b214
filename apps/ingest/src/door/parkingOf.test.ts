import type { LiveHunt, PlayerClaims, SourceClaims } from '@trove/contracts';
import type { Identities } from '@trove/streams';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { PacketContext } from './checkEvent.js';
import { parkingOf } from './parkingOf.js';

const NOW_MS = Date.UTC(2026, 5, 1, 18);
const HOUR = 3_600_000;
const idAt = (msecs: number) => uuidv7({ msecs });

const live = { slug: 'harbour', partition: 3, clock: 'wall' } as LiveHunt;
const claims: PlayerClaims = {
  aud: 'trove-door',
  kind: 'player',
  sub: 'ada',
  hunt: 'harbour',
  team: 'herons',
  member: 1,
  source: '/app/ada',
  exp: NOW_MS / 1000 + 300,
};
const context: PacketContext = {
  claims,
  source: '/app/ada',
  receivedAtUs: NOW_MS * 1000,
  hunt: (slug) => (slug === 'harbour' ? live : undefined),
  isOwnPhoto: () => true,
};
const identities = { sourceHash: (source: string) => source.slice(0, 8) } as Identities;
const event = (more: object = {}) => {
  return { id: idAt(NOW_MS), hunt: 'harbour', player: 'ada', team: 'herons', type: 7, ...more };
};
const park = (raw: unknown) => parkingOf(raw, context, identities);

describe('parkingOf', () => {
  it('PH13 parks no submission of a photo that is another’s: no replay shall bring it in', () => {
    const photo = { type: 'photo.submitted.v1', time: new Date(NOW_MS).toISOString() };
    const raw = event({ ...photo, data: { clue: 'gate', photo: 'a'.repeat(64) } });
    expect(park(raw)).toBeDefined();
    const strict = { ...context, isOwnPhoto: () => false };
    expect(parkingOf(raw, strict, identities)).toBeUndefined();
    expect(parkingOf(event(), strict, identities)).toBeDefined();
  });

  it('P14 parks a broken event whose id can be known', () => {
    const raw = event();
    const place = { partition: 3, hunt: 'harbour', id: raw.id, sourceHash: '/app/ada' };
    expect(park(raw)).toEqual(place);
    expect(park(event({ id: idAt(NOW_MS + HOUR) }))).toMatchObject({ partition: 3 });
  });

  it.each([undefined, null, 7])('P14 parks what a server sent for a team that is %s', (team) => {
    const server: SourceClaims = {
      aud: 'trove-door',
      kind: 'source',
      sub: '/gate',
      hunts: ['harbour'],
      may: ['send'],
      exp: claims.exp,
    };
    const sent = { ...context, claims: server, source: '/gate' };
    expect(parkingOf(event({ team, player: undefined }), sent, identities)).toBeDefined();
    const elsewhere = { ...sent, claims: { ...server, hunts: ['other'] } };
    expect(parkingOf(event({ team }), elsewhere, identities)).toBeUndefined();
  });

  it.each([
    ['an id older than the window', event({ id: idAt(NOW_MS - 49 * HOUR) })],
    ['an id that is none', event({ id: 'x' })],
    ['an unknown hunt', event({ hunt: 'elsewhere' })],
    ['another player', event({ player: 'bob' })],
    ['another team', event({ team: 'otters' })],
    ['no team', event({ team: undefined })],
    ['no object', 'text'],
  ])('P14 does not park %s', (_, raw) => {
    expect(park(raw)).toBeUndefined();
  });
});
