/** Refuses conditions that divide by what is always zero: they could never have a value. */
import type { ASTNode } from '@marcbachmann/cel-js';
import { drawCaret } from '../rules/conditionFault.js';
import { divisionsByZero } from '../rules/possible/divisions.js';
import type { HuntFault, HuntPath } from './huntFault.js';

/** @param ast of a condition that has passed `checkCondition` */
export function checkDivisions(when: string, ast: ASTNode, path: HuntPath): readonly HuntFault[] {
  const division = divisionsByZero(ast, new Map()).find(({ isAlways }) => isAlways);
  if (division === undefined) return [];
  const { start, end } = division.divisor;
  return [
    {
      path,
      rule: 'Q11',
      offset: start,
      found: when.slice(start, end),
      allowed: 'a divisor that is not always 0',
      message: `A division by zero has no value.\n${drawCaret(when, { start, end })}`,
    },
  ];
}
