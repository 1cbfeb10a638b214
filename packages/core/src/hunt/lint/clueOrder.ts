/**
 * Which clues come before which, and when. What a rule may unlock waits for the solves that set
 * the rule off; where those are not known it is taken to be open at once, so that nothing is called
 * out of reach that is not.
 */
import type { Clue, HuntDefinition } from '@trove/contracts';
import { partsOfDefinition } from '../huntParts.js';
import { requiredIds, unlockTest } from '../prerequisites.js';
import { type UnlockWay, unlockWays } from '../unlockWays.js';

/** Milliseconds, the end excluded; infinite where there is no bound. */
export interface Window {
  readonly opensMs: number;
  readonly closesMs: number;
}

/** When a clue is open, its hunt's times included. */
export function windowOf(clue: Clue, hunt: Pick<HuntDefinition, 'opens' | 'closes'>): Window {
  const opens = [clue.opens, hunt.opens].filter((text) => text !== undefined).map(Date.parse);
  const closes = [clue.closes, hunt.closes].filter((text) => text !== undefined).map(Date.parse);
  return {
    opensMs: Math.max(Number.NEGATIVE_INFINITY, ...opens),
    closesMs: Math.min(Number.POSITIVE_INFINITY, ...closes),
  };
}

export function overlap(one: Window, other: Window): boolean {
  return one.opensMs < other.closesMs && other.opensMs < one.closesMs;
}

export interface Arrival {
  /** First moment at which a team can solve it, ms. */
  readonly earliestMs: number;
  /** Least number of clues solved before it. */
  readonly level: number;
}

interface Waiting {
  readonly id: string;
  readonly window: Window;
  readonly isUnlocked: (solved: ReadonlySet<string>) => boolean;
}

/**
 * When each clue can be solved first; one that is missing never can. Time runs through the
 * moments at which a clue opens; at each, whatever is open and unlocked is solved, in rounds.
 */
export function arrivalsOf(hunt: HuntDefinition): ReadonlyMap<string, Arrival> {
  let waiting: readonly Waiting[] = waitingClues(hunt);
  const moments = [...new Set(waiting.map(({ window }) => window.opensMs))];
  const arrivals = new Map<string, Arrival>();
  const solved = new Set<string>();
  let level = 0;
  for (const earliestMs of moments.sort((one, other) => one - other)) {
    for (;;) {
      const next = waiting.filter(({ window, isUnlocked }) => {
        const isOpen = window.opensMs <= earliestMs && earliestMs < window.closesMs;
        return isOpen && isUnlocked(solved);
      });
      if (next.length === 0) break;
      for (const { id } of next) {
        arrivals.set(id, { earliestMs, level });
        solved.add(id);
      }
      level += 1;
      waiting = waiting.filter(({ id }) => !solved.has(id));
    }
  }
  return arrivals;
}

function waitingClues(hunt: HuntDefinition): readonly Waiting[] {
  const ways = unlockWays(partsOfDefinition(hunt));
  const opens = new Map<UnlockWay, Test>();
  return hunt.clues.map((clue) => {
    const tests = (ways.get(clue.id) ?? []).map((way) => {
      const test = opens.get(way) ?? wayTest(way);
      opens.set(way, test);
      return test;
    });
    const own = clue.locked ? [] : [unlockTest(clue.requires)];
    const all = [...own, ...tests];
    const isUnlocked: Test = (solved) => all.some((test) => test(solved));
    return { id: clue.id, window: windowOf(clue, hunt), isUnlocked };
  });
}

type Test = Waiting['isUnlocked'];

/** Of a set that only grows: what was true stays so, and of one as large nothing new is asked. */
function wayTest({ after }: UnlockWay): Test {
  if (after === undefined) return () => true;
  const ids = [...after];
  let isOpen = false;
  let askedAt = -1;
  return (solved) => {
    if (!isOpen && askedAt !== solved.size) isOpen = ids.some((id) => solved.has(id));
    askedAt = solved.size;
    return isOpen;
  };
}

/** The clues each clue leads on from, directly or not, whichever kind of prerequisite it is. */
export function ancestorsOf(clues: readonly Clue[]): (id: string) => ReadonlySet<string> {
  const byId = new Map(clues.map((clue) => [clue.id, clue]));
  const known = new Map<string, ReadonlySet<string>>();
  return (id) => {
    const found = known.get(id) ?? walkBack(id, byId);
    known.set(id, found);
    return found;
  };
}

function walkBack(id: string, byId: ReadonlyMap<string, Clue>): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const requires = byId.get(next)?.requires;
    for (const before of requires === undefined ? [] : requiredIds(requires)) {
      if (seen.has(before)) continue;
      seen.add(before);
      open.push(before);
    }
  }
  return seen;
}
