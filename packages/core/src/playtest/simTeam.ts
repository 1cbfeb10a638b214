/** A simulated team: what it is like, where it is and what it is at. */
import type { Clue } from '@trove/contracts';
import { distanceM, type Point } from '../geo/distance.js';
import type { CompiledClue } from '../hunt/compiledHunt.js';
import { kindOf, MODEL, type Traits, traitsOf } from './model.js';
import { Chance } from './random.js';
import type { TeamEnd } from './report.js';

/** A clue as teams meet it. */
export interface Plan {
  readonly clue: CompiledClue;
  readonly definition: Clue;
  readonly difficulty: number;
  /** Place in the file. */
  readonly order: number;
}

/** A team at a clue. */
export interface Stay {
  readonly plan: Plan;
  readonly arrivedMs: number;
  /** Until when it goes on without help. */
  patientUntilMs: number;
  tries: number;
  hints: number;
  /** Hints it has asked for here, whether it got them or not. */
  asked: number;
  /** How well its phone knows where it is, m. */
  accuracyM: number;
  readonly ruledOut: Set<string>;
  /** The photo it has sent last. */
  photo: string | undefined;
}

export interface SimTeam {
  readonly name: string;
  readonly chance: Chance;
  readonly traits: Traits;
  readonly startMs: number;
  at: Point | undefined;
  stay: Stay | undefined;
  /** Clues it has been at before. */
  readonly seen: Set<string>;
  /** Clues it went on from without solving them; tried once more when nothing else is left. */
  readonly left: Set<string>;
  isSecondRound: boolean;
  /** What it was told to try next. */
  advice: string | undefined;
  /** Events it has sent. */
  sent: number;
  lastSolveMs: number;
  end: TeamEnd | undefined;
}

export function simTeam(seed: number, n: number, startsMs: readonly [number, number]): SimTeam {
  const chance = Chance.of(seed, n);
  return {
    ...{ name: `team-${n + 1}`, chance, traits: traitsOf(chance) },
    startMs: chance.between(...startsMs),
    ...{ at: undefined, stay: undefined, seen: new Set(), left: new Set() },
    ...{ isSecondRound: false, advice: undefined, sent: 0, lastSolveMs: 0, end: undefined },
  };
}

export function stayAt({ traits, chance }: SimTeam, plan: Plan, arrivedMs: number): Stay {
  const { median, deviation, least } = MODEL.accuracyM;
  return {
    ...{ plan, arrivedMs, patientUntilMs: arrivedMs + traits.patienceMs },
    ...{ tries: 0, hints: 0, asked: 0, ruledOut: new Set(), photo: undefined },
    accuracyM: Math.max(least, median * chance.factor(deviation)),
  };
}

/** On foot from where the team is; 0 for what can be thought about anywhere. */
export function walkMsTo({ at, traits, chance }: SimTeam, { definition, clue }: Plan): number {
  const { find } = definition;
  if (!('place' in find) && !('code' in find)) return 0;
  if (!('place' in find) || at === undefined) return chance.between(...MODEL.unknownWalkMs);
  const apartM = Math.max(0, distanceM(at, find.place) - (clue.fence?.radiusM ?? 0) / 2);
  return (apartM * MODEL.detour) / traits.metresPerMs;
}

/** Looking and thinking until the first try. */
export function workMs({ traits, chance }: SimTeam, { definition, difficulty }: Plan): number {
  const base = MODEL.workMs[kindOf(definition)];
  const slowness = Math.exp(MODEL.workOfDifficulty * (difficulty - traits.skill));
  return base * slowness * chance.factor(MODEL.workDeviation);
}
