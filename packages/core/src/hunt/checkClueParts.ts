/** The mistakes inside one clue that a schema can't see: options, hints, floors, locks. */
import type { Clue } from '@trove/contracts';
import { checkTwice } from './checkTwice.js';
import { type HuntFault, type HuntPath, ofRule } from './huntFault.js';

/** @param unlocked ids of the clues that some rule unlocks */
export function checkClueParts(
  clue: Clue,
  path: HuntPath,
  unlocked: ReadonlySet<string>,
): readonly HuntFault[] {
  return [
    ...ofRule('V6', checkFloor(clue, path)),
    ...ofRule('E9', checkLock(clue, path, unlocked)),
    ...ofRule('A4', checkTwice(clue.hints, { path: [...path, 'hints'], field: 'id', read: idOf })),
    ...ofRule('C3', 'choice' in clue.find ? checkOptions(clue.find.choice.options, path) : []),
  ];
}

function checkFloor({ decay, points }: Clue, path: HuntPath): readonly HuntFault[] {
  if (decay === undefined) return [];
  const [key, { floor }] =
    'linear' in decay
      ? (['linear', decay.linear] as const)
      : (['parabolic', decay.parabolic] as const);
  if (floor <= points) return [];
  return [
    {
      path: [...path, 'decay', key, 'floor'],
      found: String(floor),
      allowed: `at most ${points}, the clue’s points`,
      message: 'A clue can not decay to more than it is worth at first.',
    },
  ];
}

function checkLock(
  { id, locked, requires }: Clue,
  path: HuntPath,
  unlocked: ReadonlySet<string>,
): readonly HuntFault[] {
  if (!locked) return [];
  const fault = { path: [...path, 'locked'], found: 'true' };
  if (requires !== undefined) {
    const message = 'Either other clues unlock a clue or only a rule does.';
    return [{ ...fault, allowed: 'locked or requires, not both', message }];
  }
  if (unlocked.has(id)) return [];
  const message = `No rule unlocks "${id}": no team could ever try it.`;
  return [{ ...fault, allowed: `a rule with then: { unlock: [${id}] }`, message }];
}

const idOf = ({ id }: { readonly id: string }) => id;

type Options = readonly { readonly id: string; readonly right: boolean }[];

function checkOptions(options: Options, clue: HuntPath): readonly HuntFault[] {
  const path = [...clue, 'find', 'choice', 'options'];
  const faults = checkTwice(options, { path, field: 'id', read: idOf });
  if (options.some(({ right }) => right)) return faults;
  const allowed = 'at least one option with right: true';
  const message = 'No option is right: nobody could ever solve it.';
  return [...faults, { path, found: 'none', allowed, message }];
}
