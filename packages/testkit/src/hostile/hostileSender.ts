/** Who sends hostile things, and the hunts at which they are aimed. */
import fc from 'fast-check';
import type { Sender } from './waysIn.js';

export const JOIN_CODE = 'OPEN-SESAME';
const CODE = 'CLOCK';

/** A hunt with something of all that the doors' tables name. */
export function targetHunt(slug: string): object {
  const place = { id: 'p1', lat: 1, lon: 1, radiusM: 50 };
  return {
    trove: 1,
    slug,
    title: 'A hunt for hostile input',
    joinCode: JOIN_CODE,
    clues: [
      {
        id: 'clock',
        title: 'Clock',
        points: 20,
        find: { code: CODE },
        hints: [{ id: 'tower', text: 'Look up.', cost: 3 }],
      },
      { id: 'riddle', title: 'Riddle', points: 30, find: { answer: { accept: ['a lantern'] } } },
      { id: 'pier', title: 'Pier', points: 10, find: { place } },
      { id: 'gate', title: 'Gate', points: 20, find: { photo: { attempts: 2 } } },
    ],
  };
}

/** One pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk' +
    '+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Who a token speaks for. */
export interface Who {
  readonly source: string;
  readonly team: string;
  readonly player: string;
  readonly token: string;
  readonly refreshToken?: string;
}

export interface SenderOptions {
  /** Asked anew for each thing that is drawn: a player that has left joins again. */
  who(): Who;
  /** The hunt that is played, and another one to publish and operate, both `targetHunt`s. */
  readonly hunt: string;
  readonly steered: string;
  /** A UUIDv7 of now. */
  newId(): string;
}

export function hostileSender({ who, hunt, steered, newId }: SenderOptions): Sender {
  const known = {
    ...{ hunt: fc.constant(hunt), slug: fc.constant(hunt) },
    ...{ source: asked(() => who().source), team: asked(() => who().team) },
    player: asked(() => who().player),
    ...{ time: asked(now), sentAt: asked(now), sentat: asked(now), id: asked(newId) },
    ...{ token: asked(() => who().token) },
    refreshToken: asked(() => who().refreshToken ?? who().token),
    code: fc.constantFrom(JOIN_CODE, CODE),
    clue: fc.constantFrom('clock', 'riddle', 'pier', 'gate'),
    ...{ hint: fc.constant('tower'), answer: fc.constantFrom('a lantern', 'a lamp') },
    ...{ place: fc.constant('p1'), member: fc.integer({ min: 1, max: 3 }) },
  };
  const forms = {
    access_token: asked(() => who().token),
    events: asked(() => beaconOf(who(), { hunt, id: newId() })),
  };
  const aimed = { hunt: fc.constant(steered), slug: fc.constant(steered) };
  const bodies = { publishHunt: targetHunt(steered) };
  return {
    token: () => who().token,
    known,
    steered: { ...known, ...aimed },
    forms,
    bodies,
    image: PICTURE,
  };
}

function asked(value: () => string): fc.Arbitrary<string> {
  return fc.constant(undefined).map(value);
}

function now(): string {
  return new Date().toISOString();
}

function beaconOf({ source, team, player }: Who, { hunt, id }: { hunt: string; id: string }) {
  const event = { specversion: '1.0', id, source, type: 'code.scanned.v1', time: now() };
  return JSON.stringify([{ ...event, hunt, team, player, data: { code: CODE } }]);
}
