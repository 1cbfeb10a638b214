/** What tests of teams wait for and ask: pushes, a team as a player sees it, a door. */
import type { TeamView } from '@trove/contracts';
import type { Player } from '@trove/player-sdk';
import type { Started } from '../kill/processes.js';

export const next = <T>(player: Player, name: 'left' | 'team' | 'welcome') => {
  return new Promise<T>((resolve) => player.on(name, (push) => resolve(push as T)));
};

export async function teamOf(player: Player): Promise<TeamView> {
  const answer = await player.team();
  if (!answer.ok) throw new Error(answer.error.detail);
  return answer.team;
}

export const refusal = (code: string) => ({ ok: false, error: { code } });

export function urlOf({ port }: Started): string {
  return `http://127.0.0.1:${port}`;
}
