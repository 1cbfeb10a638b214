/**
 * What teams did lately, in their events' own words. A crowd repeats itself without meaning to: two
 * of a team scan the same code, somebody scans it again. No content tells that from a double tap,
 * so whatever such an event is called is right. Pure.
 */
import type { PlayEvent } from '@trove/contracts';
import { MEMORY } from './limits.js';

export class TeamMemory {
  /** When each deed of a team was done last, those long ago first. */
  readonly #doneAtMs = new Map<string, number>();

  /** Takes down what is done, and says whether the team did the very same not long ago. */
  didBefore({ team, type, data }: PlayEvent, nowMs: number): boolean {
    // No two positions of a crowd are the same, and most of its events are positions.
    if ('lat' in data) return false;
    const deed = `${team} ${type} ${JSON.stringify(data)}`;
    const lastMs = this.#doneAtMs.get(deed);
    this.#doneAtMs.delete(deed);
    this.#doneAtMs.set(deed, nowMs);
    this.#forget(nowMs - MEMORY.keptMs);
    return lastMs !== undefined && lastMs >= nowMs - MEMORY.keptMs;
  }

  #forget(beforeMs: number): void {
    for (const [deed, atMs] of this.#doneAtMs) {
      if (this.#doneAtMs.size <= MEMORY.deeds && atMs >= beforeMs) return;
      this.#doneAtMs.delete(deed);
    }
  }
}
