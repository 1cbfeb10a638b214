/**
 * The shape a published hunt has while it is played: everything looked up per event is a map or
 * an index, and every condition is a closure. It is built by `compileHunt` and never changes.
 */
import type { EventType, Limit } from '@trove/contracts';
import type { Point } from '../geo/distance.js';
import type { RuleContext } from '../rules/ruleContext.js';

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
  /** In the order of the file. */
  readonly clues: readonly CompiledClue[];
  readonly clueById: ReadonlyMap<string, CompiledClue>;
  /** By the place's own id; a place without an id is found by `cluesNear` only. */
  readonly clueByPlace: ReadonlyMap<string, readonly CompiledClue[]>;
  readonly clueByCode: ReadonlyMap<string, readonly CompiledClue[]>;
  /** Place clues whose circle holds the point (degrees), nearest first. */
  cluesNear(lat: number, lon: number): readonly CompiledClue[];
  /** Every event type has an entry, empty where no rule listens. In the order of the file. */
  readonly rules: ReadonlyMap<EventType, readonly CompiledRule[]>;
  /** `hunt` as soon as one rule needs more than the state of one team. */
  readonly scope: Scope;
}

export interface CompiledClue {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly points: number;
  readonly kind: 'place' | 'code' | 'answer';
  /** Place clues only: the centre. */
  readonly place?: Point;
  readonly opensMs?: number;
  readonly closesMs?: number;
  /** True once the prerequisites are among the clues this team has solved. */
  isUnlocked(solved: ReadonlySet<string>): boolean;
  /** Answer clues only: whether this answer, normalised, is an accepted one. */
  isAnswer?(text: string): boolean;
  /** Wrong answers a team may give; absent when there is no limit. */
  readonly attempts?: number;
  /** How long a team waits after a wrong answer; absent when it need not. */
  readonly coolDownMs?: number;
}

export interface CompiledRule {
  readonly id: string;
  /** Points, negative for a penalty. */
  readonly award: number;
  readonly limit?: Limit;
  readonly scope: Scope;
  /** Never throws: a condition that fails to evaluate is false and is counted in `errors`. */
  when(context: RuleContext): boolean;
  /** Evaluations that failed since this rule was compiled, and why the last one did. */
  readonly errors: RuleErrors;
}

export interface RuleErrors {
  readonly count: number;
  /** Empty while `count` is 0. */
  readonly last: string;
}
