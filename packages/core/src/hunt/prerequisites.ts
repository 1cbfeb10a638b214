/** Which clues open which: the test played per event, and the search for clues that never open. */
import type { Requires } from '@trove/contracts';

/** True once the clues solved so far satisfy the prerequisites. Without any it always is. */
export function unlockTest(
  requires: Requires | undefined,
): (solved: ReadonlySet<string>) => boolean {
  if (requires === undefined) return () => true;
  if ('all' in requires) return (solved) => requires.all.every((id) => solved.has(id));
  if ('any' in requires) return (solved) => requires.any.some((id) => solved.has(id));
  const { atLeast, of } = requires;
  return (solved) => {
    let found = 0;
    for (const id of of) {
      if (solved.has(id)) found += 1;
      if (found >= atLeast) return true;
    }
    return false;
  };
}

/** The clues named, whichever kind of prerequisite it is. */
export function requiredIds(requires: Requires): readonly string[] {
  if ('all' in requires) return requires.all;
  return 'any' in requires ? requires.any : requires.of;
}

/** What is said of clues that no team can ever unlock because they wait for each other. */
export const DEADLOCK_WORDS = {
  allowed: 'prerequisites that can be met before this clue',
  message: 'These clues wait for each other: no team could ever unlock them.',
} as const;

export interface Dependent {
  readonly id: string;
  readonly requires?: Requires;
}

/**
 * Clues no team can ever unlock although all their prerequisites exist, because they wait for
 * each other: each with one circle of ids that shows why. A circle that can be entered from
 * outside, through an `any` or an `atLeast`, is no mistake and is not among them.
 */
export function deadlocks(clues: readonly Dependent[]): ReadonlyMap<string, readonly string[]> {
  const byId = new Map(clues.map((clue) => [clue.id, clue]));
  const reachable = reachableClues(clues, byId);
  const stuck = new Map<string, readonly string[]>();
  for (const clue of clues) {
    if (reachable.has(clue.id)) continue;
    const circle = circleFrom(clue, byId, reachable);
    if (circle !== undefined) stuck.set(clue.id, circle);
  }
  return stuck;
}

const NONE: ReadonlySet<string> = new Set();

/** Looks at a clue again only when one that it names is reached. */
function reachableClues(
  clues: readonly Dependent[],
  byId: ReadonlyMap<string, Dependent>,
): ReadonlySet<string> {
  const reachable = new Set<string>();
  const waiting = new Map<string, Dependent[]>();
  for (const clue of clues) {
    if (unlockTest(clue.requires)(NONE)) reachable.add(clue.id);
    for (const id of clue.requires === undefined ? [] : requiredIds(clue.requires)) {
      // One that does not exist is a mistake of its own; it must not cause another here.
      if (!byId.has(id)) reachable.add(id);
      const known = waiting.get(id);
      if (known === undefined) waiting.set(id, [clue]);
      else known.push(clue);
    }
  }
  // Ids that are added meanwhile are walked over too.
  for (const id of reachable) {
    for (const clue of waiting.get(id) ?? []) {
      if (!reachable.has(clue.id) && unlockTest(clue.requires)(reachable)) reachable.add(clue.id);
    }
  }
  return reachable;
}

/** Follows unreachable prerequisites until one comes round; nothing when it only leads to one. */
function circleFrom(
  start: Dependent,
  byId: ReadonlyMap<string, Dependent>,
  reachable: ReadonlySet<string>,
): readonly string[] | undefined {
  const path = [start.id];
  const seen = new Set(path);
  let current: Dependent | undefined = start;
  while (current?.requires !== undefined) {
    const waited = requiredIds(current.requires);
    const next: string | undefined = waited.find((id) => !reachable.has(id));
    if (next === undefined) return undefined;
    path.push(next);
    if (next === start.id) return path;
    if (seen.has(next)) return undefined;
    seen.add(next);
    current = byId.get(next);
  }
  return undefined;
}
