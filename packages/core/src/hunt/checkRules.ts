/** Checks the conditions of a hunt's rules, one by one and the work of all of them together. */
import {
  type EventTypeDefinition,
  isCustomType,
  type PlayType,
  type Rule,
  Verdict,
} from '@trove/contracts';
import { checkCondition } from '../rules/checkCondition.js';
import { type ConditionFault, drawCaret } from '../rules/conditionFault.js';
import { RULE_LIMITS } from '../rules/limits.js';
import type { Vocabulary } from '../rules/literals.js';
import { typeFields } from '../rules/typeFields.js';
import { checkDivisions } from './checkDivisions.js';
import type { HuntFault } from './huntFault.js';
import type { HuntParts } from './huntParts.js';

/** Every mistake in the conditions of the rules that are well formed otherwise. */
export function checkRules(parts: HuntParts): readonly HuntFault[] {
  const { rules, clueIds, counters } = parts;
  const eventTypes = parts.eventTypes.filter((one) => one !== undefined);
  const nodes = new Map<PlayType, number>();
  return rules.flatMap((rule, index) => {
    if (rule === undefined || isUnknown(rule.on, eventTypes)) return [];
    const vocabulary = vocabularyOf(rule.on, clueIds, eventTypes);
    const check = checkCondition(rule.when, rule.on, { vocabulary, counters, eventTypes });
    const path = ['rules', index, 'when'];
    if (!check.ok) return [conditionMistake(rule.when, check.fault, path)];
    const before = nodes.get(rule.on) ?? 0;
    const total = before + check.nodes;
    nodes.set(rule.on, total);
    const isFirstOver = before <= RULE_LIMITS.nodesPerEventType;
    if (total > RULE_LIMITS.nodesPerEventType && isFirstOver) return [tooMuchWork(rule, path)];
    return checkDivisions(rule.when, check.ast, path);
  });
}

/** Of a type that is not there, or not well formed, no field is known: one mistake is enough. */
function isUnknown(on: PlayType, eventTypes: readonly EventTypeDefinition[]): boolean {
  return isCustomType(on) && !eventTypes.some(({ type }) => type === on);
}

/** The texts the names of a condition can be compared with. */
export function vocabularyOf(
  on: PlayType,
  clueIds: ReadonlySet<string>,
  eventTypes: readonly EventTypeDefinition[],
): Vocabulary {
  return new Map<string, ReadonlySet<string>>([
    ...typeFields(on, eventTypes).flatMap((field) => {
      const texts = field.kind === 'text' ? field.texts : undefined;
      return texts === undefined ? [] : [[`event.data.${field.name}`, new Set(texts)] as const];
    }),
    ['verdict', new Set(Verdict.options)],
    ['event.type', new Set([on])],
    ...(isCustomType(on) ? [] : [['event.data.clue', clueIds] as const]),
    // The id is empty for an event that is about no clue.
    ['clue.id', new Set([...clueIds, ''])],
  ]);
}

function conditionMistake(
  text: string,
  fault: ConditionFault,
  path: readonly (string | number)[],
): HuntFault {
  const { found, allowed, message, suggestion } = fault;
  const drawn = `${message}\n${drawCaret(text, fault)}`;
  return { path, offset: fault.start, found, allowed, message: drawn, suggestion };
}

function tooMuchWork(rule: Rule, path: readonly (string | number)[]): HuntFault {
  return {
    path,
    rule: 'R9',
    found: `conditions on ${rule.on} with more nodes in all`,
    allowed: `${RULE_LIMITS.nodesPerEventType} nodes in all conditions on one event type`,
    message: 'With this rule, one event would take too much work.',
  };
}
