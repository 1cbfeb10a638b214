/**
 * Lets one look into the conditions of a hunt while it is played: the same rules, which tell before
 * they answer what each of their clauses was and what it has read.
 */
import type { ASTNode } from '@marcbachmann/cel-js';
import type { HuntDefinition } from '@trove/contracts';
import type { CompiledHunt, CompiledRule } from '../hunt/compiledHunt.js';
import { partsOfDefinition } from '../hunt/huntParts.js';
import { checkCondition } from './checkCondition.js';
import { clausesOf, textOfClause } from './clauses.js';
import { compileCondition } from './compileCondition.js';
import { dataTypes, type FieldTypes } from './contextTypes.js';
import { type Closure, describeFault, type Evaluated } from './evaluated.js';
import type { RuleContext } from './ruleContext.js';
import { childrenOf, nameOf } from './tree.js';

export interface ClauseTrace {
  /** As its designer wrote it. */
  readonly text: string;
  /** `fault`: it gave no value (R5). */
  readonly was: 'true' | 'false' | 'fault';
  /** Why it gave none. */
  readonly fault?: string;
  /** What it names, each once; without a value where the event has no such field. */
  readonly reads: readonly { readonly name: string; readonly value?: boolean | number | string }[];
}

export interface RuleTrace {
  readonly rule: string;
  readonly clauses: readonly ClauseTrace[];
}

/**
 * The hunt with rules that call `onAsked` each time their condition is asked.
 * @param definition what `compiled` was compiled from
 */
export function traceRules(
  definition: HuntDefinition,
  compiled: CompiledHunt,
  onAsked: (trace: RuleTrace) => void,
): CompiledHunt {
  const { counters } = partsOfDefinition(definition);
  const { eventTypes } = definition;
  const lookers = new Map(
    definition.rules.flatMap((rule): [string, Looker][] => {
      const check = checkCondition(rule.when, rule.on, { counters, eventTypes });
      const data = dataTypes(rule.on, eventTypes);
      return check.ok ? [[rule.id, lookerOf(check.ast, data)]] : [];
    }),
  );
  const traced = (rule: CompiledRule): CompiledRule => {
    const look = lookers.get(rule.id);
    if (look === undefined) return rule;
    const ask = (context: RuleContext) => {
      onAsked({ rule: rule.id, clauses: look(context) });
      return rule.ask(context);
    };
    return { ...rule, ask };
  };
  const rules = [...compiled.rules].map(([type, ofType]) => [type, ofType.map(traced)] as const);
  return { ...compiled, rules: new Map(rules) };
}

type Looker = (context: RuleContext) => readonly ClauseTrace[];

function lookerOf(ast: ASTNode, data: FieldTypes): Looker {
  const looks = clausesOf(ast).map((clause) => clauseLooker(clause, data));
  return (context) => looks.map((look) => look(context));
}

function clauseLooker(clause: ASTNode, data: FieldTypes): (context: RuleContext) => ClauseTrace {
  const text = textOfClause(clause);
  const ask = compileCondition(clause, data);
  const readers = readersIn(clause, data);
  return (context) => {
    const value = ask(context);
    const reads = [...readers].map(([name, read]) => readOf(name, read(context)));
    if (typeof value === 'symbol')
      return { text, was: 'fault', fault: describeFault(value), reads };
    return { text, was: value === true ? 'true' : 'false', reads };
  };
}

function readOf(name: string, value: Evaluated): ClauseTrace['reads'][number] {
  return typeof value === 'symbol' ? { name } : { name, value };
}

/** How to read each name that stands in the clause. */
function readersIn(clause: ASTNode, data: FieldTypes): ReadonlyMap<string, Closure> {
  return new Map(
    namesIn(clause).map((node) => [nameOf(node), compileCondition(node, data)] as const),
  );
}

function namesIn(node: ASTNode): readonly ASTNode[] {
  if (node.op === 'id' || node.op === '.') return [node];
  return childrenOf(node).flatMap(namesIn);
}
