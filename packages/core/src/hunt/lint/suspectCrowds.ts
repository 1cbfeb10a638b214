/** Suspects clues at which all teams stand at one moment, where they have to be there in person. */
import type { Clue, HuntDefinition } from '@trove/contracts';
import { partsOfDefinition } from '../huntParts.js';
import { requiredIds, unlockTest } from '../prerequisites.js';
import { windowOf } from './clueOrder.js';
import { LINT_LIMITS } from './limits.js';
import type { Suspicion } from './suspicion.js';
import { walkOrder } from './walkOrder.js';

export function suspectCrowds(hunt: HuntDefinition): readonly Suspicion[] {
  if (hunt.clock === 'events') return [];
  return [...singleFile(hunt), ...gates(hunt)];
}

/** Answers and choices can be given anywhere; places and codes have to be walked to. */
function isInPerson({ find }: Clue): boolean {
  return 'place' in find || 'code' in find;
}

/** From a common start on, one clue after another is the only one that anybody can try. */
function singleFile(hunt: HuntDefinition): readonly Suspicion[] {
  if (hunt.opens === undefined) return [];
  const file = fileFrom(hunt, Date.parse(hunt.opens));
  const [first] = file;
  if (first === undefined || file.length < LINT_LIMITS.singleFile) return [];
  const names = file.slice(0, LINT_LIMITS.singleFile).map(({ id }) => `"${id}"`);
  return [
    {
      rule: 'Q18',
      path: ['clues', hunt.clues.indexOf(first), 'id'],
      found: `${names.join(', then ')}, one at a time from ${hunt.opens} on`,
      allowed: 'several clues to begin with',
      message: `All teams begin at "${first.id}" at the same moment and go on in single file.`,
      mend: `Let some clue be open beside "${first.id}", or the hunt without opens.`,
    },
  ];
}

/** The clues at the start of which each is alone, up to the first that needs nobody there. */
function fileFrom(hunt: HuntDefinition, startMs: number): readonly Clue[] {
  const { unlocked } = partsOfDefinition(hunt);
  const solved = new Set<string>();
  const file: Clue[] = [];
  while (file.length < LINT_LIMITS.singleFile) {
    const open = hunt.clues.filter((clue) => {
      if (solved.has(clue.id) || windowOf(clue, hunt).opensMs > startMs) return false;
      return unlocked.has(clue.id) || unlockTest(clue.requires)(solved);
    });
    const [only] = open;
    if (only === undefined || open.length > 1 || !isInPerson(only)) return file;
    solved.add(only.id);
    file.push(only);
  }
  return file;
}

/**
 * A clue that opens for all at one moment, long after everything else there is to do till then
 * could be done, and that something waits for. A last clue that opens late is meant to be a finale,
 * and what a rule unlocks may be something to do meanwhile.
 */
function gates(hunt: HuntDefinition): readonly Suspicion[] {
  const { unlocked } = partsOfDefinition(hunt);
  if (unlocked.size > 0 || !hunt.clues.some(({ opens }) => opens !== undefined)) return [];
  const { reached } = walkOrder(hunt);
  const waitedFor = new Set(
    hunt.clues.flatMap(({ requires }) => (requires === undefined ? [] : requiredIds(requires))),
  );
  return hunt.clues.flatMap((clue, index) => {
    const { id, opens, requires } = clue;
    if (opens === undefined || requires === undefined || !isInPerson(clue)) return [];
    if (!waitedFor.has(id)) return [];
    const opensMs = Date.parse(opens);
    const others = hunt.clues.filter((one) => one !== clue);
    const idleMs = opensMs - LINT_LIMITS.gateWaitMs;
    const isAlone = others.every((one) => {
      const atMs = reached.get(one.id)?.atMs ?? Number.POSITIVE_INFINITY;
      return atMs <= idleMs || atMs >= opensMs;
    });
    const isFull = others.some((one) => (reached.get(one.id)?.atMs ?? opensMs) <= idleMs);
    const opening = others.some((one) => windowOf(one, hunt).opensMs === opensMs);
    return isAlone && isFull && !opening ? [gate(clue, index)] : [];
  });
}

function gate({ id, opens = '' }: Clue, index: number): Suspicion {
  return {
    rule: 'Q18',
    path: ['clues', index, 'opens'],
    found: `"${id}" alone opens at ${opens}, when there is nothing else left to do`,
    allowed: 'something else to do at that moment',
    message: `Every team that is quick stands before "${id}" when it opens.`,
    mend: `Let another clue open at the same time, or "${id}" as soon as it is unlocked.`,
  };
}
