/** What of a recomputed hunt has changed since it was staged last, by name. */
import type { Decision } from '@trove/core';

export class ShadowDelta {
  readonly teams = new Set<string>();
  /** Team by player, or by a team's code; undefined of one that leads to none any more. */
  readonly players = new Map<string, string | undefined>();
  readonly trails = new Set<string>();
  readonly watches = new Set<string>();
  /** Slots of the hunt's memory. */
  readonly together = new Set<number>();
  readonly figures = new Set<number>();
  readonly crowds = new Set<number>();
  /** Teams of which anything was heard, whatever became of it: their devices have counted on. */
  readonly heard = new Set<string>();
  /** The board was frozen. */
  isFrozen = false;

  add({ hunts, teams, players }: Decision): void {
    for (const { team } of teams) this.teams.add(team);
    for (const { player, team } of players) this.players.set(player, team);
    for (const { memory, watches, frozenScores } of hunts) {
      addAll(this.trails, memory.trails.keys());
      addAll(this.together, memory.together.keys());
      addAll(this.figures, memory.figures.keys());
      addAll(this.crowds, memory.crowds.keys());
      addAll(this.watches, watches.keys());
      if (frozenScores !== undefined) this.isFrozen = true;
    }
  }
}

function addAll<T>(to: Set<T>, items: Iterable<T>): void {
  for (const item of items) to.add(item);
}
