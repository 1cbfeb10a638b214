/** Suspects what changes nothing: clues without points that lead nowhere, rules without effect. */
import type { Clue, HuntDefinition, Rule } from '@trove/contracts';
import { requiredIds } from '../prerequisites.js';
import { canSolve } from './conditionNames.js';
import type { Suspicion } from './suspicion.js';

export function suspectWorth({ clues, rules }: HuntDefinition): readonly Suspicion[] {
  const ledFrom = new Set(clues.flatMap(({ requires }) => (requires ? requiredIds(requires) : [])));
  return [
    ...clues.flatMap((clue, index) => {
      const isIdle = isWorthless(clue) && !ledFrom.has(clue.id) && !isHeard(clue, rules);
      return isIdle ? [worthless(clue, index)] : [];
    }),
    ...rules.flatMap((rule, index) => (isIdleRule(rule) ? [idle(rule, index)] : [])),
  ];
}

function isWorthless({ points, firstFinders, timeBonus }: Clue): boolean {
  return points === 0 && firstFinders === undefined && timeBonus === undefined;
}

/** Whether some rule listens to the events that solve this clue. */
function isHeard(clue: Clue, rules: readonly Rule[]): boolean {
  return rules.some(({ on }) => canSolve(on, clue));
}

function worthless({ id }: Clue, index: number): Suspicion {
  return {
    rule: 'Q12',
    path: ['clues', index, 'points'],
    found: '0',
    allowed: 'points, or something that follows from solving it',
    message: `Solving "${id}" changes nothing: no points, no clue that waits, no rule that hears.`,
    mend: `Give "${id}" points, or let another clue require it.`,
    replace: { written: '0', by: '10' },
  };
}

function isIdleRule({ then }: Rule): boolean {
  const { award = 0, penalise = 0, ...effects } = then;
  return award === penalise && Object.values(effects).every((effect) => effect === undefined);
}

function idle({ id, then }: Rule, index: number): Suspicion {
  return {
    rule: 'Q12',
    path: ['rules', index, 'then'],
    found: `award ${then.award ?? 0}, penalise ${then.penalise ?? 0}`,
    allowed: 'an effect',
    message: `Nothing happens when "${id}" fires.`,
    mend: `Let "${id}" award some points, or take it out.`,
  };
}
