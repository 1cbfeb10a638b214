/** Tokens of players, signed with the secret of a private installation. */
import { DOOR_AUDIENCE } from '@trove/contracts';
import { SignJWT } from 'jose';
import type { SourceToken } from '../shapes.js';

export interface TokensFor {
  readonly secret: string;
  readonly hunt: string;
  readonly players: number;
  readonly perTeam: number;
}

/** Player number `i` is in team number `i / perTeam`; their tokens are good for a day. */
export function playerTokens({ secret, hunt, players, perTeam }: TokensFor) {
  const key = new TextEncoder().encode(secret);
  const sign = async (number: number): Promise<SourceToken> => {
    const player = `held-${number}`;
    const source = `/hunts/${hunt}/players/${player}`;
    const team = heldTeam(Math.floor(number / perTeam));
    const member = (number % perTeam) + 1;
    const token = new SignJWT({ kind: 'player', hunt, team, member, source })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(DOOR_AUDIENCE)
      .setSubject(player)
      .setExpirationTime('1 day');
    return { source, token: await token.sign(key) };
  };
  return Promise.all(Array.from({ length: players }, (_, number) => sign(number)));
}

export function heldTeam(number: number): string {
  return `held-team-${number}`;
}
