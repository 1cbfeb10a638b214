/** Walks over a hunt of places, for the tests of what is learnt and suggested. */

import { control, Fold, play, START_MS } from '../pipeline/pipeline.fixture.js';
import type { LogEntry } from '../ports/loggedEvent.js';

export const MINUTE = 60_000;

interface Place {
  readonly id: string;
  /** Degrees east of the meridian; 0.001 are 111 m. */
  readonly lon: number;
  readonly requires?: object;
  readonly closes?: string;
}

export const placeClue = ({ id, lon, ...more }: Place) => ({
  id,
  title: id,
  points: 1,
  find: { place: { id, lat: 0, lon } },
  ...more,
});

export class Walk {
  readonly fold = new Fold();
  private number = 0;

  /** Nothing is left to chance unless a test says so. */
  constructor(clues: readonly object[], recommend: object = { explore: 0 }) {
    this.fold.publish({ clues, rules: [], recommend });
  }

  private next(team: string) {
    this.number += 1;
    return { number: this.number, team };
  }

  visit(team: string, place: string, minute = 0): LogEntry {
    const data = { place, lat: 0, lon: 0 };
    const event = play('place.visited.v1', data, this.next(team));
    return this.fold.entry([event], START_MS + minute * MINUTE);
  }

  report(
    team: string,
    lon: number,
    more: { minute?: number; accuracyM?: number; ageS?: number } = {},
  ): LogEntry {
    const { minute = 0, ...rest } = more;
    const event = play('location.reported.v1', { lat: 0, lon, ...rest }, this.next(team));
    return this.fold.entry([event], START_MS + minute * MINUTE);
  }

  answer(team: string, data: { clue: string; answer: string }): LogEntry {
    const event = play('clue.answered.v1', data, this.next(team));
    return this.fold.entry([event], START_MS);
  }

  tell(team: string, told: { clues: string[]; after?: string; minute?: number }): LogEntry {
    const { minute = 0, ...rest } = told;
    const data = { team, ...rest };
    const event = control({ type: 'suggestions.served.v1', data }, this.next(team));
    return this.fold.entry([event], START_MS + minute * MINUTE);
  }

  /** What the last of these entries' events made of its team's choice. */
  decide(...entries: LogEntry[]) {
    const { results, hunts } = this.fold.decideEntries(entries);
    return { next: results.at(-1)?.next, counts: hunts[0]?.memory.counts };
  }

  get memory() {
    return this.fold.cells.memories.get('hunt');
  }
}

/** Names of the suggestions. */
export const named = (next: readonly { clue: string }[] | undefined) => {
  return next?.map(({ clue }) => clue);
};
