/** Which clues a team may try, and what happens when it may try more. */
import { HUNT_LIMITS } from '@trove/contracts';
import type { CompiledClue, CompiledHunt } from '../hunt/compiledHunt.js';
import { extrasOf, type Play } from './play.js';
import type { TeamState } from './state.js';

/** True once the prerequisites are met or a rule has unlocked the clue. */
export function isUnlockedFor(
  clue: CompiledClue,
  { solved, marks }: Pick<TeamState, 'solved' | 'marks'>,
): boolean {
  return clue.isUnlocked(solved) || marks.unlocked.has(clue.id);
}

/** The solve of a clue, written down with the clues it unlocks. */
export function solveClue(play: Play, clue: CompiledClue, rules: CompiledHunt): void {
  const { hunt, team } = play;
  const before = team.solved;
  team.addSolved(clue.id);
  hunt.solves.set(clue.id, hunt.solvesOf(clue.id) + 1);
  hunt.solved += 1;
  const dependents = rules.dependents.get(clue.id);
  if (dependents === undefined) return;
  for (const dependent of dependents) {
    if (dependent.isUnlocked(before) || !dependent.isUnlocked(team.solved)) continue;
    if (!team.marks.unlocked.has(dependent.id)) noteUnlocked(play, dependent);
  }
}

/** A rule's unlock. Clues that the team may try already are left as they are. */
export function unlockByRule(play: Play, clues: readonly CompiledClue[]): void {
  const { team } = play;
  for (const clue of clues) {
    if (isUnlockedFor(clue, team)) continue;
    team.mark({ unlocked: new Set(team.marks.unlocked).add(clue.id) });
    noteUnlocked(play, clue);
  }
}

function noteUnlocked(play: Play, clue: CompiledClue): void {
  const { team, nowMs } = play;
  if (team.solved.has(clue.id)) return;
  if (clue.keepsUnlockTime && !team.marks.unlockedAtMs.has(clue.id)) {
    team.mark({ unlockedAtMs: new Map(team.marks.unlockedAtMs).set(clue.id, nowMs) });
  }
  const extras = extrasOf(play);
  const named = extras.unlocked ?? [];
  if (named.length < HUNT_LIMITS.unlockedPerResult) extras.unlocked = [...named, clue.id];
}
