/**
 * Which suggestions must be noted in the log: those the team was not told before. The partition
 * knows what it was told, and this door remembers what it has noted since.
 */
import type { Served } from '@trove/core';
import { isWithin } from '@trove/streams';
import { DOOR_LIMITS } from '../limits.js';

export interface Telling {
  readonly hunt: string;
  readonly team: string;
  readonly clues: readonly string[];
  /** Now on the hunt's clock and on Redis's, ms. */
  readonly nowMs: number;
  readonly wallMs: number;
  /** What the partition says the team was told last. */
  readonly served: Served | undefined;
}

export class Told {
  /** When each team was noted last, ms. */
  private readonly notes = new Map<string, number>();

  /** True when it must be noted, which it then counts as. */
  isNews({ hunt, team, clues, nowMs, wallMs, served }: Telling): boolean {
    if (clues.length === 0 || isSame(served, clues, nowMs)) return false;
    const name = `${hunt}\n${team}`;
    const notedMs = this.notes.get(name) ?? Number.NEGATIVE_INFINITY;
    // A note on its way, or a team that asks again and again.
    if (isWithin(notedMs, wallMs, DOOR_LIMITS.tellEveryMs)) return false;
    if (this.notes.size >= DOOR_LIMITS.toldTeams) this.notes.clear();
    this.notes.set(name, wallMs);
    return true;
  }
}

function isSame(served: Served | undefined, clues: readonly string[], nowMs: number): boolean {
  if (served === undefined || nowMs - served.atMs > DOOR_LIMITS.tellAgainMs) return false;
  return served.clues.length === clues.length && clues.every((clue, i) => clue === served.clues[i]);
}
