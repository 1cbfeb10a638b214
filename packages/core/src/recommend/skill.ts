/**
 * How hard a clue is and how good a team, estimated from each try as it comes: Elo's rating system
 * (A. E. Elo, "The Rating of Chessplayers, Past and Present", 1978) between teams and clues, with
 * steps that grow smaller the more is known (R. Pelánek, "Applications of the Elo rating system in
 * adaptive educational systems", Computers & Education 98, 2016). A solve is a team's win over a
 * clue, a wrong answer its loss. Ratings are on the logistic scale, 0 for what nobody has tried.
 */
import { SKILL } from './limits.js';

export interface Rating {
  readonly rating: number;
  /** Tries it was estimated from. */
  readonly tries: number;
}

export const UNRATED: Rating = { rating: 0, tries: 0 };

/** The chance that a team of this skill solves a clue of this difficulty with its next try. */
export function chanceOf(skill: number, difficulty: number): number {
  return 1 / (1 + Math.exp(difficulty - skill));
}

/** Skill and difficulty after one try. */
export function rated(
  { skill, difficulty }: { readonly skill: Rating; readonly difficulty: Rating },
  isSolved: boolean,
): { readonly skill: Rating; readonly difficulty: Rating } {
  const surprise = (isSolved ? 1 : 0) - chanceOf(skill.rating, difficulty.rating);
  return { skill: moved(skill, surprise), difficulty: moved(difficulty, -surprise) };
}

function moved({ rating, tries }: Rating, by: number): Rating {
  const next = rating + (by * SKILL.step) / (1 + SKILL.settling * tries);
  // Rounded, so that it takes few characters to keep, and the same ones come back.
  return { rating: Math.round(next * SKILL.grain) / SKILL.grain, tries: tries + 1 };
}
