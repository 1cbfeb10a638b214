/**
 * What a draft is compared with: the answers that were recorded, or those of the live version
 * folded over the same events.
 */

import type { RecordedEvent } from '@trove/contracts';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import { type Answer, isSolve } from './answer.js';
import type { RecordFold } from './recordFold.js';
import { type Scores, scoresOf } from './standings.js';

export interface Baseline {
  /** Answers to events that follow in log order; undefined where nobody judged. */
  add(events: readonly RecordedEvent[]): readonly (Answer | undefined)[];
  /** What was played before counts by another version from here on, and was folded by it. */
  republish(fold: RecordFold): void;
  scores(): Scores;
  /** Teams that solved a clue. */
  solvesOf(clue: string): number;
}

/** @param from the state before the first event that is compared */
export function liveBaseline(from: RecordFold, live: CompiledHunt): Baseline {
  const fold = from.branch(() => live);
  return {
    add: (events) => fold.add(events),
    // Folded by one version from the start, it stands where that version has brought it.
    republish: () => undefined,
    scores: () => scoresOf(fold.teams),
    solvesOf: (clue) => fold.hunt.solves.get(clue) ?? 0,
  };
}

/** The record itself: teams, points and solves are added up from its answers. */
export function recordedBaseline(from: RecordFold): Baseline {
  let scores = scoresOf(from.teams);
  let solves = new Map(from.hunt.solves);
  return {
    add(events) {
      for (const event of events) {
        if (event.points !== 0) count(scores, event.team, event.points);
        if (isSolve(event) && event.clue !== undefined) count(solves, event.clue, 1);
      }
      return events;
    },
    republish(fold) {
      scores = scoresOf(fold.teams);
      solves = new Map(fold.hunt.solves);
    },
    scores: () => scores,
    solvesOf: (clue) => solves.get(clue) ?? 0,
  };
}

function count(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
