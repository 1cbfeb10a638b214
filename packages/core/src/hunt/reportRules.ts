/**
 * What a designer is told of each rule beside the linter's findings: where in its condition a
 * mistake stands, whether it has a condition at all, and from whose state it is decided.
 */
import {
  type EventTypeDefinition,
  HuntFile,
  Limit,
  type PlayType,
  PlayTypeName,
} from '@trove/contracts';
import { checkCondition } from '../rules/checkCondition.js';
import { scopeReasonOf } from '../rules/compileRule.js';
import type { ConditionFault } from '../rules/conditionFault.js';
import { type EventWords, eventWords } from '../rules/eventWords.js';
import { vocabularyOf } from './checkRules.js';
import type { Scope } from './compiledHunt.js';
import { compileHunt } from './compileHunt.js';
import { partsOfValue } from './huntParts.js';

export interface RuleReport {
  /** The condition this is about: what is being written may have gone on since. */
  readonly when: string;
  readonly fault?: ConditionFault;
  /** Its condition is `true`: it fires on every event of its type. */
  readonly isUnconditional: boolean;
  /** Absent while its condition has a mistake. */
  readonly scope?: Scope;
  /** Why its scope is `hunt`. */
  readonly scopeReason?: string;
}

export interface RulesReport {
  /** In the order of the file; one that has no condition or no type of event is reported empty. */
  readonly rules: readonly RuleReport[];
  readonly words: readonly EventWords[];
  /** Absent while the hunt has mistakes. */
  readonly hunt?: { readonly scope: Scope; readonly reasons: readonly string[] };
}

/** @param value a hunt file’s, sound or not. Never throws. */
export function reportRules(value: unknown): RulesReport {
  const { clueIds, counters, ...parts } = partsOfValue(value);
  const eventTypes = parts.eventTypes.filter((one) => one !== undefined);
  const names = { clueIds, counters, eventTypes };
  const rules = rulesOf(value).map((rule) => reportRule(rule, names));
  const words = eventWords(names);
  const hunt = scopeOf(value);
  return hunt === undefined ? { rules, words } : { rules, words, hunt };
}

interface Names {
  readonly clueIds: ReadonlySet<string>;
  readonly counters: ReadonlySet<string>;
  readonly eventTypes: readonly EventTypeDefinition[];
}

interface WrittenRule {
  readonly id: string;
  readonly on: PlayType | undefined;
  readonly when: string;
  readonly limit: Limit | undefined;
}

function rulesOf(value: unknown): readonly WrittenRule[] {
  const { rules } = recordOf(value);
  if (!Array.isArray(rules)) return [];
  return rules.map((rule: unknown) => {
    const { id, on, when, limit } = recordOf(rule);
    return {
      id: String(id),
      on: PlayTypeName.safeParse(on).data,
      when: typeof when === 'string' ? when : '',
      limit: Limit.safeParse(limit).data,
    };
  });
}

function reportRule({ id, on, when, limit }: WrittenRule, names: Names): RuleReport {
  if (on === undefined) return { when, isUnconditional: false };
  const { clueIds, counters, eventTypes } = names;
  const vocabulary = vocabularyOf(on, clueIds, eventTypes);
  const check = checkCondition(when, on, { vocabulary, counters, eventTypes });
  if (!check.ok) return { when, isUnconditional: false, fault: check.fault };
  const { ast } = check;
  const scopeReason = scopeReasonOf({ id, limit }, ast);
  return {
    when,
    isUnconditional: ast.op === 'value' && ast.args === true,
    scope: scopeReason === undefined ? 'team' : 'hunt',
    ...(scopeReason === undefined ? {} : { scopeReason }),
  };
}

function scopeOf(value: unknown): RulesReport['hunt'] {
  const parsed = HuntFile.safeParse(value);
  if (!parsed.success) return undefined;
  const { fixtures: _, ...definition } = parsed.data;
  const compilation = compileHunt(definition, 1);
  if (!compilation.ok) return undefined;
  const { scope, scopeReasons } = compilation.hunt;
  return { scope, reasons: scopeReasons };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
