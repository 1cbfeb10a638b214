/**
 * The shape a published hunt has while it is played: everything looked up per event is a map or
 * an index, and every condition is a closure. It is built by `compileHunt` and never changes.
 */
import type {
  Badge,
  ClueKind,
  Count,
  Decay,
  Division,
  PlayType,
  Recommend,
  Teams,
} from '@trove/contracts';
import type { Circle } from '../geo/placeIndex.js';
import type { RuleContext } from '../rules/ruleContext.js';
import type { CompiledQuality } from './compiledQuality.js';

export type { RuleContext };

/** Whether something can be decided from one team's state alone, or needs the whole hunt's. */
export type Scope = 'team' | 'hunt';

export interface CompiledHunt {
  readonly slug: string;
  readonly title: string;
  readonly version: number;
  /** `events`: now is the highest event time so far, in log order. */
  readonly clock: 'wall' | 'events';
  /** First millisecond at which the hunt is open; absent when it always was. */
  readonly opensMs?: number;
  /** First millisecond at which it is closed again; absent when it never closes. */
  readonly closesMs?: number;
  readonly maxEvents: number;
  /** Bounds of what players make. */
  readonly teams: Teams;
  /** In the order of the file. */
  readonly clues: readonly CompiledClue[];
  readonly clueById: ReadonlyMap<string, CompiledClue>;
  /** By the place's own id; a place without an id is found by `cluesNear` only. */
  readonly clueByPlace: ReadonlyMap<string, readonly CompiledClue[]>;
  readonly clueByCode: ReadonlyMap<string, readonly CompiledClue[]>;
  /** Place clues whose circle holds the point (degrees), nearest first. */
  cluesNear(lat: number, lon: number): readonly CompiledClue[];
  /** Every built-in type has an entry, empty where no rule listens. In the order of the file. */
  readonly rules: ReadonlyMap<PlayType, readonly CompiledRule[]>;
  /** For each clue that others require, those clues; nothing for the others. */
  readonly dependents: ReadonlyMap<string, readonly CompiledClue[]>;
  /** What rules may give, in the order of the file. */
  readonly badges: readonly Badge[];
  /** In which teams are ranked among themselves, in the order of the file. */
  readonly divisions: readonly Division[];
  /** What it asks of events beyond their contracts. */
  readonly quality: CompiledQuality;
  /** What its designer says of suggestions. */
  readonly recommend?: Recommend;
  /** `hunt` as soon as one clue or rule needs more than the state of one team. */
  readonly scope: Scope;
  /** A sentence for each clue or rule that makes it `hunt`, in the order of the file. */
  readonly scopeReasons: readonly string[];
}

/** The circle of a place clue and what it asks of a reported position. */
export interface Fence extends Circle {
  /** Share of the circle of uncertainty that must lie inside, 0.5 to 1. */
  readonly minShare: number;
  readonly maxAccuracyM?: number;
  readonly maxAgeS?: number;
}

/** What makes a clue's points depend on when it is solved. */
export interface ClueValue {
  readonly decay?: Decay;
  /** Extra points of the first solver, the second, … */
  readonly firstFinders?: readonly number[];
  readonly timeBonus?: {
    readonly points: number;
    readonly overMs: number;
    readonly since: 'unlocked' | 'opened';
  };
}

export interface CompiledHint {
  readonly id: string;
  readonly text: string;
  readonly cost: number;
  /** How long after what it can be asked for; absent when at once. */
  readonly after?: { readonly since: 'unlocked' | 'opened'; readonly ms: number };
}

export interface CompiledClue {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly points: number;
  readonly kind: ClueKind;
  /** Place clues only. */
  readonly fence?: Fence;
  /** Place clues only: false when players have to work out where it is. */
  readonly isOnMap?: boolean;
  /** Absent when it is always worth its points. */
  readonly value?: ClueValue;
  readonly hints: readonly CompiledHint[];
  /** True when something depends on since when a team can try it. */
  readonly keepsUnlockTime: boolean;
  readonly opensMs?: number;
  readonly closesMs?: number;
  /** True once the prerequisites are among the clues this team has solved; rules come beside. */
  isUnlocked(solved: ReadonlySet<string>): boolean;
  /** Answer clues only: whether this answer, normalised, is an accepted one. */
  isAnswer?(text: string): boolean;
  /** Choice clues only: what can be chosen, and the ids of what is right. */
  readonly options?: readonly { readonly id: string; readonly text: string }[];
  readonly rightOptions?: ReadonlySet<string>;
  /** Photo clues only: what a photo must show, for operators; absent when nothing is said. */
  readonly shows?: string;
  /** Wrong answers or rejected photos a team may give; absent when there is no limit. */
  readonly attempts?: number;
  /** How long a team waits after a wrong answer; absent when it need not. */
  readonly coolDownMs?: number;
}

export interface CompiledRule {
  readonly id: string;
  /** Points, negative for a penalty: awards less penalties. */
  readonly award: number;
  /** What it does beside points; absent when nothing. */
  readonly effects?: RuleEffects;
  readonly limit?: CompiledLimit;
  readonly scope: Scope;
  /** Why its scope is `hunt`. */
  readonly scopeReason?: string;
  /**
   * `ANSWER.fired` when its condition holds, else the number of what was false. Never throws: a
   * condition that fails to evaluate is false and is counted in `errors`.
   */
  ask(context: RuleContext): number;
  /** Evaluations that failed since this rule was compiled, and why the last one did. */
  readonly errors: RuleErrors;
}

export interface RuleEffects {
  readonly unlock?: readonly CompiledClue[];
  readonly counters?: readonly Count[];
  readonly badge?: string;
  readonly message?: string;
}

export interface CompiledLimit {
  readonly perTeam?: number;
  readonly first?: number;
  readonly coolDownMs?: number;
}

export interface RuleErrors {
  readonly count: number;
  /** Empty while `count` is 0. */
  readonly last: string;
}
