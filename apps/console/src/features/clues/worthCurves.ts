/** What a clue is worth over solves and over time, reckoned by the game's own functions. */
import { clueValue, type Moment, worthAt } from '@trove/core/design';
import type { DraftClue } from '../draft/draftHunt';
import { isRecord } from './clueParts';

export interface WorthPoint {
  /** Teams that solved it before, or seconds since it could be tried. */
  readonly at: number;
  readonly points: number;
  /** For a team that comes so late that no bonus for being quick is left. */
  readonly late: number;
}

export interface WorthCurves {
  readonly overSolves: readonly WorthPoint[];
  /** Nothing where being quick brings nothing. */
  readonly overTime: readonly WorthPoint[];
}

/** Points of one curve; a curve over more solves is sampled. */
const SAMPLES = 60;
const LEAST_SOLVES = 10;
const OPEN_MS = 0;

/** Nothing as long as the clue is always worth the same, or some number of it is no number. */
export function worthCurves(clue: DraftClue): WorthCurves | undefined {
  const valued = readValued(clue);
  if (valued?.value === undefined) return undefined;
  const { decay, firstFinders, timeBonus } = valued.value;
  const at = (moment: Pick<Moment, 'solves' | 'nowMs'>) =>
    worthAt(valued, { ...moment, unlockedMs: OPEN_MS, openedMs: OPEN_MS });
  const endMs = timeBonus?.overMs ?? 0;
  const pointAt = (solves: number, nowMs: number, of: number): WorthPoint => {
    return { at: of, points: at({ solves, nowMs }), late: at({ solves, nowMs: endMs }) };
  };
  const least = Math.max(LEAST_SOLVES, (firstFinders?.length ?? 0) + 2);
  const solves = Math.max(least, solvesToFloor(valued.points, decay));
  return {
    overSolves: samplesTo(solves).map((number) => pointAt(number, OPEN_MS, number)),
    overTime: endMs === 0 ? [] : samplesTo(endMs / 1_000).map((s) => pointAt(0, s * 1_000, s)),
  };
}

type Decay = NonNullable<NonNullable<ReturnType<typeof clueValue>>['decay']>;

function solvesToFloor(points: number, decay: Decay | undefined): number {
  if (decay === undefined) return 0;
  if ('parabolic' in decay) return decay.parabolic.solves + 1;
  return Math.ceil(Math.max(0, points - decay.linear.floor) / decay.linear.perSolve) + 1;
}

/** From 0 to the end, whole numbers, evenly apart. */
function samplesTo(end: number): readonly number[] {
  const steps = Math.min(SAMPLES, Math.max(1, Math.floor(end)));
  return Array.from({ length: steps + 1 }, (_, i) => Math.round((end * i) / steps));
}

type Valued = Parameters<typeof worthAt>[0];

function readValued({ points, decay, firstFinders, timeBonus }: DraftClue): Valued | undefined {
  const isSound =
    isCount(points) && isDecay(decay) && isFinders(firstFinders) && isTimeBonus(timeBonus);
  if (!isSound) return undefined;
  const since = isRecord(timeBonus) && timeBonus['since'] === 'opened' ? 'opened' : 'unlocked';
  const bonus = timeBonus === undefined ? undefined : { ...timeBonus, since };
  type Parts = Parameters<typeof clueValue>[0];
  const value = clueValue({ decay, firstFinders, timeBonus: bonus } as Parts);
  return { points: Number(points), value };
}

function isDecay(decay: unknown): boolean {
  if (decay === undefined) return true;
  if (!isRecord(decay)) return false;
  const { linear, parabolic } = decay;
  if (isRecord(linear)) return isCount(linear['perSolve'], 1) && isCount(linear['floor']);
  return isRecord(parabolic) && isCount(parabolic['solves'], 1) && isCount(parabolic['floor']);
}

function isFinders(finders: unknown): boolean {
  return finders === undefined || (Array.isArray(finders) && finders.every((one) => isCount(one)));
}

function isTimeBonus(bonus: unknown): boolean {
  if (bonus === undefined) return true;
  return isRecord(bonus) && isCount(bonus['points']) && isCount(bonus['overS'], 1);
}

function isCount(value: unknown, least = 0): boolean {
  return Number.isSafeInteger(value) && Number(value) >= least;
}
