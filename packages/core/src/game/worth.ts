/** What solving a clue brings: its points as they have decayed, and the bonuses for being early. */
import type { CompiledClue, CompiledHunt } from '../hunt/compiledHunt.js';
import { startOf } from './phases.js';
import type { HuntState, TeamMarks } from './state.js';

type Valued = Pick<CompiledClue, 'points' | 'value'>;

/**
 * Points of a clue that so many teams have solved before, by the dynamic values of CTFd: `linear`
 * is points − perSolve × solves, `parabolic` (CTFd's "logarithmic") is
 * ceil((floor − points) / N² × solves² + points) with N the solves at which the floor is reached;
 * neither goes below the floor. (CTFd, plugins/dynamic_challenges/decay.py.)
 */
export function pointsAfter({ points, value }: Valued, solves: number): number {
  const decay = value?.decay;
  if (decay === undefined) return points;
  if ('linear' in decay) {
    const { perSolve, floor } = decay.linear;
    return Math.max(floor, points - perSolve * solves);
  }
  const { solves: span, floor } = decay.parabolic;
  if (solves >= span) return floor;
  // In whole numbers, because a rounding error before a ceiling is a point too many.
  const fallen = (BigInt(points - floor) * BigInt(solves) ** 2n) / BigInt(span) ** 2n;
  return points - Number(fallen);
}

export interface Moment {
  /** Teams that solved it before. */
  readonly solves: number;
  /** Since when this team could try it, and since when it is open for all, ms. */
  readonly unlockedMs: number;
  readonly openedMs: number;
  readonly nowMs: number;
}

/** Points and bonuses together, whole and at least 0. */
export function worthAt(clue: Valued, { solves, unlockedMs, openedMs, nowMs }: Moment): number {
  const { value } = clue;
  if (value === undefined) return clue.points;
  const points = pointsAfter(clue, solves) + (value.firstFinders?.[solves] ?? 0);
  if (value.timeBonus === undefined) return points;
  const { since, overMs, points: most } = value.timeBonus;
  const elapsedMs = nowMs - (since === 'opened' ? openedMs : unlockedMs);
  const leftMs = Math.min(overMs, Math.max(0, overMs - elapsedMs));
  // Multiplied first: whole numbers below 2^53 leave nothing to a rounding error.
  return points + Math.floor((most * leftMs) / overMs);
}

/**
 * When a hunt opened, ms on its clock: when an operator let it start, else as the version that is
 * live now says, else when its first version was published or, on its events' clock, at its first
 * event.
 */
export function huntOpenedMs(
  rules: Pick<CompiledHunt, 'opensMs'> | undefined,
  { startedAtMs, startsMs }: Pick<HuntState, 'startedAtMs' | 'startsMs'>,
): number {
  return startOf({ startsMs, opensMs: rules?.opensMs }) ?? startedAtMs;
}

/** When a clue opened for everybody, ms. */
export function openedMs({ opensMs }: CompiledClue, ofHuntMs: number): number {
  return Math.max(ofHuntMs, opensMs ?? 0);
}

/** Since when a team can try a clue, ms; where that was not noted, since it opened. */
export function unlockedMs(clue: CompiledClue, ofHuntMs: number, marks: TeamMarks): number {
  return Math.max(openedMs(clue, ofHuntMs), marks.unlockedAtMs.get(clue.id) ?? 0);
}
