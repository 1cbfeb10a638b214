/** Suspects conditions that always or never hold, divide by zero, or have limits out of reach. */
import type { ASTNode } from '@marcbachmann/cel-js';
import type { HuntDefinition, Rule } from '@trove/contracts';
import { checkCondition } from '../../rules/checkCondition.js';
import { assume, namesWhenTrue, partsOf } from '../../rules/possible/assume.js';
import { divisionsByZero } from '../../rules/possible/divisions.js';
import { described } from '../../rules/possible/possible.js';
import type { Names } from '../../rules/possible/possibleValue.js';
import { childrenOf, nameOf, namesIn } from '../../rules/tree.js';
import { partsOfDefinition } from '../huntParts.js';
import { type ConditionNames, conditionNames } from './conditionNames.js';
import type { Suspicion } from './suspicion.js';

export function suspectRules(hunt: HuntDefinition): readonly Suspicion[] {
  const { counters } = partsOfDefinition(hunt);
  const { eventTypes } = hunt;
  return hunt.rules.flatMap((rule, index) => {
    const check = checkCondition(rule.when, rule.on, { counters, eventTypes });
    if (!check.ok) return [];
    return suspectRule({ rule, index, ast: check.ast }, conditionNames(rule.on, hunt));
  });
}

interface Listed {
  readonly rule: Rule;
  /** In the file's rules. */
  readonly index: number;
  readonly ast: ASTNode;
}

function suspectRule(listed: Listed, possible: ConditionNames): readonly Suspicion[] {
  const { ast } = listed;
  const { names, laws } = possible;
  const holding = namesWhenTrue(ast, possible);
  if (holding === undefined) return [neverHolds(listed, partsOf(ast, '&&'), possible)];
  const isAlways = assume(ast, names, { truth: false, laws }) === undefined && !canFail(ast);
  return [
    ...(isAlways ? [alwaysHolds(listed)] : []),
    ...divisionsByZero(ast, holding).map(({ divisor }) => dividesByZero(listed, divisor)),
    ...suspectLimit(listed, holding),
  ];
}

/** Whether some event could leave it without a value. */
function canFail(node: ASTNode): boolean {
  if (node.op === '/' || node.op === '%') return true;
  return namesIn(node).some((name) => name.startsWith('event.data.')) || hasInside(node);
}

function hasInside(node: ASTNode): boolean {
  if (node.op === '/' || node.op === '%') return true;
  return childrenOf(node).some(hasInside);
}

/** Points at the first part that can not be, alone or beside those before it. */
function neverHolds(
  { rule, index }: Listed,
  parts: readonly ASTNode[],
  { names, laws }: ConditionNames,
): Suspicion {
  const given = { truth: true, laws };
  // Where only all parts together can not be, the first is pointed at.
  let before = names;
  const culprit = parts.find((part) => {
    const known = assume(part, before, given);
    before = known ?? before;
    return known === undefined;
  });
  const part = culprit ?? parts[0];
  const isAlone = part !== undefined && assume(part, names, given) === undefined;
  if (isAlone || culprit === undefined) before = names;
  const text = part === undefined ? rule.when : sourceOf(part);
  const can = part === undefined ? '' : spoken(part, before);
  const mend = can === '' ? 'Compare it with something it can be' : `Use what it can be (${can})`;
  return {
    rule: 'Q9',
    path: ['rules', index, 'when'],
    offset: part?.start ?? 0,
    found: text,
    allowed: can === '' ? 'a condition that can be true' : can,
    message: isAlone
      ? `"${rule.id}" never fires: on ${rule.on} this is never true.`
      : `"${rule.id}" never fires: this is never true beside the rest of its condition.`,
    mend: `${mend}, or take the rule out.`,
  };
}

function sourceOf(node: ASTNode): string {
  return node.input.slice(node.start, node.end);
}

/** What the names in an expression can be, as far as that is known. */
function spoken(node: ASTNode, names: Names): string {
  const known = [...new Set(nodesOf(node).map(nameOf))].flatMap((name) => {
    const value = names.get(name);
    return value === undefined || value.kind === 'any' ? [] : [`${name}: ${described(value)}`];
  });
  return known.join('; ');
}

function nodesOf(node: ASTNode): readonly ASTNode[] {
  if (node.op === 'id' || node.op === '.') return [node];
  return childrenOf(node).flatMap(nodesOf);
}

function alwaysHolds({ rule, index }: Listed): Suspicion {
  return {
    rule: 'Q8',
    path: ['rules', index, 'when'],
    found: rule.when,
    allowed: 'a condition that some events do not meet',
    message: `The condition of "${rule.id}" always holds: every ${rule.on} sets it off.`,
    mend: "Say when it shall fire, as in verdict == 'solved'.",
  };
}

function dividesByZero({ rule, index }: Listed, divisor: ASTNode): Suspicion {
  const text = sourceOf(divisor);
  return {
    rule: 'Q11',
    path: ['rules', index, 'when'],
    offset: divisor.start,
    found: text,
    allowed: 'a divisor that is never 0',
    message: `"${rule.id}" divides by "${text}", which can be 0; the condition is false then.`,
    mend: `Write "${text} != 0 &&" before it, if that is meant.`,
  };
}

/** A rule that only solves set off fires at most once a clue for a team. */
function suspectLimit({ rule, index }: Listed, names: Names): readonly Suspicion[] {
  const { limit } = rule;
  const verdict = names.get('verdict');
  const ids = names.get('clue.id');
  if (limit === undefined || verdict?.kind !== 'texts' || ids?.kind !== 'texts') return [];
  if ([...verdict.texts].join() !== 'solved') return [];
  const clues = ids.texts.size;
  if ('perTeam' in limit && limit.perTeam > clues) {
    const key = { index, key: 'perTeam', limit: limit.perTeam };
    return [outOfReach(rule, key, { most: clues, why: `so many clues can set it off` })];
  }
  const solves = names.get('clue.solves');
  if (!('first' in limit) || solves?.kind !== 'number') return [];
  const most = clues * solves.high;
  if (limit.first <= most) return [];
  const key = { index, key: 'first', limit: limit.first };
  return [outOfReach(rule, key, { most, why: `so many solves can set it off` })];
}

function outOfReach(
  { id }: Rule,
  { index, key, limit }: { index: number; key: string; limit: number },
  { most, why }: { most: number; why: string },
): Suspicion {
  return {
    rule: 'Q10',
    path: ['rules', index, 'limit', key],
    found: String(limit),
    allowed: `at most ${most}: ${why}`,
    message: `"${id}" can fire ${most === 1 ? 'once' : `${most} times`} at most.`,
    mend: `Write ${most}, or let more set it off.`,
    replace: { written: String(limit), by: String(most) },
  };
}
