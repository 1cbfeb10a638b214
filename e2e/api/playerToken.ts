/** Tokens of players, signed as the door signs them: many of them, or short-lived ones. */
import { SignJWT } from 'jose';
import { SECRET } from '../kill/processes.js';

export interface TokenOf {
  readonly hunt: string;
  readonly player: string;
  readonly team: string;
  /** From now; five minutes unless told otherwise. */
  readonly seconds?: number;
}

export function sourceOf({ hunt, player }: Pick<TokenOf, 'hunt' | 'player'>): string {
  return `/hunts/${hunt}/players/${player}`;
}

export async function playerToken({ seconds = 300, ...of }: TokenOf): Promise<string> {
  const { hunt, player, team } = of;
  const expiresS = Math.floor(Date.now() / 1000) + seconds;
  return await new SignJWT({ kind: 'player', hunt, team, member: 1, source: sourceOf(of) })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience('trove-door')
    .setSubject(player)
    .setExpirationTime(expiresS)
    .sign(new TextEncoder().encode(SECRET));
}
