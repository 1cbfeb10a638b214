/** Suspects clues that no team gets to in time, and clues that lead nowhere by mistake. */
import type { Clue, HuntDefinition } from '@trove/contracts';
import { requiredIds, unlockTest } from '../prerequisites.js';
import { type Arrival, arrivalsOf, windowOf } from './clueOrder.js';
import type { Suspicion } from './suspicion.js';

export function suspectWays(hunt: HuntDefinition): readonly Suspicion[] {
  const arrivals = arrivalsOf(hunt);
  const late = hunt.clues.flatMap((clue, index) => {
    return arrivals.has(clue.id) ? [] : [outOfReach(clue, index, { hunt, arrivals })];
  });
  return late.length > 0 ? late : suspectEnds(hunt);
}

interface Reached {
  readonly hunt: HuntDefinition;
  readonly arrivals: ReadonlyMap<string, Arrival>;
}

function outOfReach(clue: Clue, index: number, { hunt, arrivals }: Reached): Suspicion {
  const rule = 'Q3';
  const { opensMs, closesMs } = windowOf(clue, hunt);
  const unlockedMs = unlockedFrom(clue, arrivals);
  if (unlockedMs === undefined) {
    const [missing] = missingFrom(clue, arrivals);
    return {
      rule,
      path: ['clues', index, 'requires'],
      found: `"${missing}", which can not be solved in time`,
      allowed: 'prerequisites that can be solved',
      message: `No team can ever unlock "${clue.id}".`,
      mend: `Mend "${missing}" first, or take it out of what "${clue.id}" requires.`,
    };
  }
  const opens = timeText(Math.max(unlockedMs, opensMs));
  const closes = timeText(closesMs);
  const isOwn = clue.closes !== undefined && Date.parse(clue.closes) === closesMs;
  return {
    rule,
    path: isOwn ? ['clues', index, 'closes'] : ['clues', index, 'requires'],
    found: `closed from ${closes} on`,
    allowed: `open after ${opens}, when its prerequisites can be solved first`,
    message: `No team can ever solve "${clue.id}": it closes before it can be unlocked.`,
    mend: `Let "${clue.id}" close after ${opens}, or let what it requires open earlier.`,
  };
}

/** The first moment by which a team can have met a clue's prerequisites, ms. */
function unlockedFrom({ requires }: Clue, arrivals: Reached['arrivals']): number | undefined {
  const isUnlocked = unlockTest(requires);
  const reached = new Set<string>();
  // Arrivals stand in the order of their times.
  for (const [id, { earliestMs }] of arrivals) {
    if (isUnlocked(reached.add(id))) return earliestMs;
  }
  return undefined;
}

function missingFrom({ requires }: Clue, arrivals: Reached['arrivals']): readonly string[] {
  return requires === undefined ? [] : requiredIds(requires).filter((id) => !arrivals.has(id));
}

function timeText(ms: number): string {
  return Number.isFinite(ms) ? new Date(ms).toISOString() : 'the start';
}

/**
 * A clue off a trail: all others stand in one line, each waiting for the one before, and this one
 * branches off and ends. Where ways branch more than once, one that ends is taken for a side way,
 * as is one that a rule names.
 */
function suspectEnds({ clues, rules }: HuntDefinition): readonly Suspicion[] {
  if (rules.some(({ then }) => then.unlock !== undefined)) return [];
  const loose = clues.flatMap((end, index) => {
    if (end.requires === undefined || rules.some(({ when }) => when.includes(end.id))) return [];
    const last = lastOfTrail(clues.filter((clue) => clue !== end));
    const isLoose = last !== undefined && !requiredIds(end.requires).includes(last);
    return isLoose ? [looseEnd(end, index, last)] : [];
  });
  // A line that forks at its very end has two last clues, and neither is off it.
  return loose.length === 1 ? loose : [];
}

/** A line shorter than this is no trail. */
const LEAST_TRAIL = 3;

/** The last clue of clues that stand in one line, if they do. */
function lastOfTrail(clues: readonly Clue[]): string | undefined {
  const befores = clues.map(({ requires }) => (requires ? requiredIds(requires) : []));
  if (clues.length < LEAST_TRAIL || befores.some(({ length }) => length > 1)) return undefined;
  const starts = befores.filter(({ length }) => length === 0).length;
  const ids = new Set(clues.map(({ id }) => id));
  const named = new Set(befores.flat());
  if ([...named].some((id) => !ids.has(id))) return undefined;
  if (starts !== 1 || named.size !== clues.length - 1) return undefined;
  const ends = clues.filter(({ id }) => !named.has(id));
  return ends.length === 1 ? ends[0]?.id : undefined;
}

function looseEnd(end: Clue, index: number, last: string): Suspicion {
  return {
    rule: 'Q4',
    path: ['clues', index, 'id'],
    found: `"${end.id}", on which no clue waits`,
    allowed: `a place in the line that ends at "${last}"`,
    message: `Nothing leads on from "${end.id}", while all other clues stand in one line.`,
    mend: `Let a later clue require "${end.id}", or take it for what it is: a side way.`,
  };
}
