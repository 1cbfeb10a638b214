/** Finds clues that wait for each other, through what they require or through rules (H5). */
import type { Clue } from '@trove/contracts';
import { type HuntFault, ofRule } from './huntFault.js';
import type { HuntParts } from './huntParts.js';
import { DEADLOCK_WORDS, type Dependent, deadlocks } from './prerequisites.js';
import { type UnlockWay, unlockWays } from './unlockWays.js';

/** Also through rules. What they wait for is found out at a price, so only files are asked it. */
export function checkCircles(parts: HuntParts): readonly HuntFault[] {
  return circleFaults(parts, waitingParts(parts));
}

/** Through what clues require, as if a rule that may unlock a clue waited for nothing. */
export function checkPlainCircles(parts: HuntParts): readonly HuntFault[] {
  const waiting = parts.clues.flatMap((clue): readonly Dependent[] => {
    if (clue === undefined) return [];
    return parts.unlocked.has(clue.id) ? [{ id: clue.id }] : [clue];
  });
  return circleFaults(parts, waiting);
}

function circleFaults(parts: HuntParts, waiting: readonly Dependent[]): readonly HuntFault[] {
  const stuck = deadlocks(waiting);
  return ofRule(
    'H5',
    parts.clues.flatMap((clue, index) => {
      const circle = clue === undefined ? undefined : stuck.get(clue.id);
      return clue === undefined || circle === undefined ? [] : [circleFault(clue, index, circle)];
    }),
  );
}

/** Stand in for a rule, and for what a clue requires, among the clues that wait; no clue's id. */
const RULE = 'rule ';
const OWN = 'own ';

/**
 * Every clue with what it waits for. One that a rule unlocks waits for any of its rules, and, if it
 * is not locked, for what it requires; a rule waits for any of the clues whose solve sets it off.
 */
function waitingParts(parts: HuntParts): readonly Dependent[] {
  const ways = unlockWays(parts);
  const rules = new Map<UnlockWay, Dependent>();
  const clues = parts.clues.flatMap((clue): readonly Dependent[] => {
    if (clue === undefined) return [];
    const { id, locked, requires } = clue;
    const opening = ways.get(id);
    if (opening === undefined) return [requires === undefined ? { id } : { id, requires }];
    const any = opening.map((way) => {
      const waiting = rules.get(way) ?? waitingRule(way);
      rules.set(way, waiting);
      return waiting.id;
    });
    if (locked) return [{ id, requires: { any } }];
    const own = { id: `${OWN}${id}`, ...(requires === undefined ? {} : { requires }) };
    return [own, { id, requires: { any: [own.id, ...any] } }];
  });
  return [...clues, ...rules.values()];
}

function waitingRule({ rule, after }: UnlockWay): Dependent {
  const id = `${RULE}${rule ?? ''}`;
  return after === undefined ? { id } : { id, requires: { any: [...after] } };
}

function circleFault(clue: Clue, index: number, circle: readonly string[]): HuntFault {
  const rules = circle.filter((id) => id.startsWith(RULE)).map((id) => id.slice(RULE.length));
  const found = circle.filter((id) => !id.includes(' ')).join(' → ');
  const path = ['clues', index, clue.locked ? 'locked' : 'requires'];
  if (rules.length === 0) return { path, found, ...DEADLOCK_WORDS };
  const named = rules.map((id) => `"${id}"`).join(', ');
  const message =
    `These clues wait for each other, through ${rules.length === 1 ? 'rule' : 'rules'} ${named}: ` +
    'no team could ever unlock them.';
  const allowed = 'a clue that can be unlocked before those it leads to';
  return { path, found, allowed, message };
}
