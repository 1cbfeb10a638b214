/** Suspects clues that no team gets to in time, and clues that lead nowhere by mistake. */
import type { Clue, HuntDefinition } from '@trove/contracts';
import { unlockedByRules } from '../checkEffects.js';
import { requiredIds, unlockTest } from '../prerequisites.js';
import { type Arrival, arrivalsOf, windowOf } from './clueOrder.js';
import type { Suspicion } from './suspicion.js';

export function suspectWays(hunt: HuntDefinition): readonly Suspicion[] {
  const arrivals = arrivalsOf(hunt);
  const late = hunt.clues.flatMap((clue, index) => {
    return arrivals.has(clue.id) ? [] : [outOfReach(clue, index, { hunt, arrivals })];
  });
  return late.length > 0 ? late : suspectEnds(hunt, arrivals);
}

interface Reached {
  readonly hunt: HuntDefinition;
  readonly arrivals: ReadonlyMap<string, Arrival>;
}

function outOfReach(clue: Clue, index: number, { hunt, arrivals }: Reached): Suspicion {
  const rule = 'W3';
  const { opensMs, closesMs } = windowOf(clue, hunt);
  const moments = [...arrivals.values()].map(({ earliestMs }) => earliestMs);
  const unlockedMs = [...new Set(moments)]
    .sort((one, other) => one - other)
    .find((moment) => unlockTest(clue.requires)(reachedBy(moment, arrivals)));
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

function reachedBy(moment: number, arrivals: Reached['arrivals']): ReadonlySet<string> {
  const reached = [...arrivals].filter(([, { earliestMs }]) => earliestMs <= moment);
  return new Set(reached.map(([id]) => id));
}

function missingFrom({ requires }: Clue, arrivals: Reached['arrivals']): readonly string[] {
  return requires === undefined ? [] : requiredIds(requires).filter((id) => !arrivals.has(id));
}

function timeText(ms: number): string {
  return Number.isFinite(ms) ? new Date(ms).toISOString() : 'the start';
}

/**
 * A clue at the end of a chain, where all other chains run together in one last clue. Two loose
 * ends are taken to be meant, as is one that a rule speaks of or unlocks.
 */
function suspectEnds(hunt: HuntDefinition, arrivals: Reached['arrivals']): readonly Suspicion[] {
  const { clues, rules } = hunt;
  const ledFrom = new Set(clues.flatMap(({ requires }) => (requires ? requiredIds(requires) : [])));
  const unlocked = unlockedByRules(hunt);
  const chained = clues.filter(({ requires }) => requires !== undefined);
  const ends = chained.filter(({ id }) => !ledFrom.has(id));
  const levelOf = ({ id }: Clue) => arrivals.get(id)?.level ?? 0;
  const last = Math.max(...ends.map(levelOf));
  const loose = ends.filter((clue) => levelOf(clue) < last);
  const [end] = loose;
  const finale = ends.filter((clue) => levelOf(clue) === last);
  if (end === undefined || loose.length > 1 || finale.length > 1) return [];
  if (unlocked.has(end.id) || rules.some(({ when }) => when.includes(end.id))) return [];
  const lastId = finale[0]?.id ?? '';
  return [
    {
      rule: 'W4',
      path: ['clues', clues.indexOf(end), 'id'],
      found: `"${end.id}", on which no clue waits`,
      allowed: `a way on, as all others have to "${lastId}"`,
      message: `Nothing leads on from "${end.id}", while every other way ends at "${lastId}".`,
      mend: `Let a later clue require "${end.id}", or take it for what it is: a side way.`,
    },
  ];
}
