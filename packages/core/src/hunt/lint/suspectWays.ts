/** Suspects clues that no team gets to in time. */
import type { Clue, HuntDefinition } from '@trove/contracts';
import { partsOfDefinition } from '../huntParts.js';
import { unlockTest } from '../prerequisites.js';
import { idsBefore, type UnlockWays, unlockWays } from '../unlockWays.js';
import { type Arrival, arrivalsOf, windowOf } from './clueOrder.js';
import { suspectEnds } from './suspectEnds.js';
import type { Suspicion } from './suspicion.js';

export function suspectWays(hunt: HuntDefinition): readonly Suspicion[] {
  const arrivals = arrivalsOf(hunt);
  const ways = unlockWays(partsOfDefinition(hunt));
  const late = hunt.clues.flatMap((clue, index) => {
    return arrivals.has(clue.id) ? [] : [outOfReach(clue, index, { hunt, arrivals, ways })];
  });
  return late.length > 0 ? late : suspectEnds(hunt, { arrivals, ways });
}

interface Reached {
  readonly hunt: HuntDefinition;
  readonly arrivals: ReadonlyMap<string, Arrival>;
  readonly ways: UnlockWays;
}

function outOfReach(clue: Clue, index: number, reached: Reached): Suspicion {
  const rule = 'Q3';
  const { opensMs, closesMs } = windowOf(clue, reached.hunt);
  const waits = ['clues', index, clue.locked ? 'locked' : 'requires'];
  const unlockedMs = unlockedFrom(clue, reached);
  if (unlockedMs === undefined) {
    const [missing] = missingFrom(clue, reached);
    return {
      rule,
      path: waits,
      found: `"${missing}", which can not be solved in time`,
      allowed: 'prerequisites that can be solved',
      message: `No team can ever unlock "${clue.id}".`,
      mend: clue.locked
        ? `Mend "${missing}" first, or let another rule unlock "${clue.id}".`
        : `Mend "${missing}" first, or take it out of what "${clue.id}" requires.`,
    };
  }
  const opens = timeText(Math.max(unlockedMs, opensMs));
  const closes = timeText(closesMs);
  const isOwn = clue.closes !== undefined && Date.parse(clue.closes) === closesMs;
  return {
    rule,
    path: isOwn ? ['clues', index, 'closes'] : waits,
    found: `closed from ${closes} on`,
    allowed: `open after ${opens}, when its prerequisites can be solved first`,
    message: `No team can ever solve "${clue.id}": it closes before it can be unlocked.`,
    mend: `Let "${clue.id}" close after ${opens}, or let what it requires open earlier.`,
  };
}

/** The first moment by which a team can have met a clue's prerequisites, or set off a rule, ms. */
function unlockedFrom(clue: Clue, { arrivals, ways }: Reached): number | undefined {
  const opening = ways.get(clue.id) ?? [];
  if (opening.some(({ after }) => after === undefined)) return Number.NEGATIVE_INFINITY;
  const isUnlocked = clue.locked ? () => false : unlockTest(clue.requires);
  const reached = new Set<string>();
  // Arrivals stand in the order of their times.
  for (const [id, { earliestMs }] of arrivals) {
    if (opening.some(({ after }) => after?.has(id)) || isUnlocked(reached.add(id))) {
      return earliestMs;
    }
  }
  return undefined;
}

function missingFrom(clue: Clue, { arrivals, ways }: Reached): readonly string[] {
  return idsBefore(clue, ways).filter((id) => !arrivals.has(id));
}

function timeText(ms: number): string {
  return Number.isFinite(ms) ? new Date(ms).toISOString() : 'the start';
}
