/** What is remembered of a hunt's teams while a chunk is decided; the base is not touched. */
import { NO_WATCH, type TeamWatch } from './teamWatch.js';

export class WatchDraft {
  readonly changed = new Map<string, TeamWatch>();

  constructor(private readonly base: ReadonlyMap<string, TeamWatch> | undefined) {}

  of(team: string): TeamWatch {
    return this.changed.get(team) ?? this.base?.get(team) ?? NO_WATCH;
  }

  change(team: string, change: Partial<TeamWatch>): void {
    this.changed.set(team, { ...this.of(team), ...change });
  }
}
