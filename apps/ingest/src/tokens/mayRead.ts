/** What a token may look at: its own hunt, and for a player its own team. */
import { type DoorClaims, type Problem, problem } from '@trove/contracts';

export function mayRead(
  claims: DoorClaims,
  asked: { readonly hunt: string; readonly team?: string },
): Problem | undefined {
  if (claims.kind === 'source') {
    return claims.hunts.includes('*') || claims.hunts.includes(asked.hunt)
      ? undefined
      : problem('hunt_not_allowed', 'the token is for other hunts');
  }
  if (claims.hunt !== asked.hunt) {
    return problem('hunt_not_allowed', 'the token is for another hunt');
  }
  return asked.team !== undefined && asked.team !== claims.team
    ? problem('other_team', 'the token is for another team')
    : undefined;
}
