/** Which clues a team may try, and what happens when it may try more. */
import { HUNT_LIMITS } from '@trove/contracts';
import type { CompiledClue, CompiledHunt } from '../hunt/compiledHunt.js';
import { extrasOf, type Play } from './play.js';
import type { HuntState, TeamMarks, TeamState } from './state.js';

/** True once the prerequisites are met or a rule has unlocked the clue. */
export function isUnlockedFor(
  clue: CompiledClue,
  { solved, marks }: Pick<TeamState, 'solved' | 'marks'>,
): boolean {
  return clue.isUnlocked(solved) || marks.unlocked.has(clue.id);
}

/**
 * A team's marks with what operators have opened for all: as if that had been written to every team
 * at that moment. What the team could try already is left as it is.
 */
export function withOpened(
  team: Pick<TeamState, 'solved' | 'marks'>,
  opened: HuntState['opened'],
  rules: Pick<CompiledHunt, 'clueById'> | undefined,
): TeamMarks {
  const { marks } = team;
  if (opened.size === 0 || rules === undefined) return marks;
  const missing = [...opened].filter(([id]) => {
    const clue = rules.clueById.get(id);
    return clue !== undefined && !isUnlockedFor(clue, team);
  });
  if (missing.length === 0) return marks;
  const unlocked = new Set(marks.unlocked);
  const unlockedAtMs = new Map(marks.unlockedAtMs);
  for (const [id, atMs] of missing) {
    unlocked.add(id);
    if (rules.clueById.get(id)?.keepsUnlockTime === true) unlockedAtMs.set(id, atMs);
  }
  return { ...marks, unlocked, unlockedAtMs };
}

/** The solve of a clue, written down with the clues it unlocks. */
export function solveClue(play: Play, clue: CompiledClue, rules: CompiledHunt): void {
  const { hunt, team } = play;
  const before = team.solved;
  team.addSolved(clue.id);
  if (!team.isPlaytest) {
    hunt.solves.set(clue.id, hunt.solvesOf(clue.id) + 1);
    hunt.solved += 1;
  }
  const dependents = rules.dependents.get(clue.id);
  if (dependents === undefined) return;
  const opened = dependents.filter((dependent) => {
    if (dependent.isUnlocked(before) || !dependent.isUnlocked(team.solved)) return false;
    return !team.marks.unlocked.has(dependent.id);
  });
  noteUnlocked(play, opened);
}

/** A rule's unlock. Clues that the team may try already are left as they are. */
export function unlockByRule(play: Play, clues: readonly CompiledClue[]): void {
  const { team } = play;
  const opened = clues.filter((clue) => !isUnlockedFor(clue, team));
  if (opened.length === 0) return;
  const unlocked = new Set(team.marks.unlocked);
  for (const { id } of opened) unlocked.add(id);
  team.mark({ unlocked });
  noteUnlocked(play, opened);
}

/** All at once: one solve can open a thousand clues, and marks are copied with each change. */
function noteUnlocked(play: Play, clues: readonly CompiledClue[]): void {
  const { team, nowMs } = play;
  const opened = clues.filter(({ id }) => !team.solved.has(id));
  if (opened.length === 0) return;
  const timed = opened.filter((clue) => {
    return clue.keepsUnlockTime && !team.marks.unlockedAtMs.has(clue.id);
  });
  if (timed.length > 0) {
    const unlockedAtMs = new Map(team.marks.unlockedAtMs);
    for (const { id } of timed) unlockedAtMs.set(id, nowMs);
    team.mark({ unlockedAtMs });
  }
  const extras = extrasOf(play);
  const named = [...(extras.unlocked ?? []), ...opened.map(({ id }) => id)];
  extras.unlocked = named.slice(0, HUNT_LIMITS.unlockedPerResult);
}
