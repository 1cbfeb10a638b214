/**
 * The condition of a repair: CEL over `event`, the refused event as it was sent, whatever that
 * is. Unlike the conditions of rules it knows no contract, because what it is asked about has
 * broken one; like them it has neither loops nor regular expressions, so that an evaluation is
 * bounded by the text.
 */
import { type ASTNode, Environment, ParseError } from '@marcbachmann/cel-js';
import { REPAIR_LIMITS } from '@trove/contracts';
import { RULE_LIMITS } from '../rules/limits.js';

export type RepairCondition =
  | { readonly isGood: true; readonly matches: (event: unknown) => boolean }
  | { readonly isGood: false; readonly says: string };

const OPERATORS = new Set([
  ...['value', 'id', '.', '[]', 'list', 'in', '!_', '-_', '?:'],
  ...['==', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '%', '&&', '||'],
]);
const CALLS = new Set(['has', 'size', 'int', 'double', 'string']);
const METHODS = new Set([
  ...['size', 'contains', 'startsWith', 'endsWith', 'lowerAscii', 'upperAscii', 'trim'],
]);

let environment: Environment | undefined;

function environmentOfEvents(): Environment {
  environment ??= new Environment({
    unlistedVariablesAreDyn: false,
    limits: {
      maxAstNodes: RULE_LIMITS.nodes,
      maxDepth: RULE_LIMITS.depth,
      maxListElements: RULE_LIMITS.listElements,
      maxCallArguments: RULE_LIMITS.callArguments,
    },
  }).registerVariable('event', 'map');
  return environment;
}

/** Never throws. A condition that faults on an event, as on a missing field, is false of it. */
export function repairCondition(text: string): RepairCondition {
  if (text.length > REPAIR_LIMITS.conditionChars) {
    return no(`A condition has at most ${REPAIR_LIMITS.conditionChars} characters.`);
  }
  try {
    const parsed = environmentOfEvents().parse(text);
    const stranger = strangerIn(parsed.ast);
    if (stranger !== undefined) return no(stranger);
    const check = parsed.check();
    if (check.error !== undefined) return no(sentence(check.error.message));
    if (check.type !== 'bool' && check.type !== 'dyn') {
      return no('A condition is true or false, as event.type == "code.scanned.v1" is.');
    }
    return { isGood: true, matches: (event) => isTrueOf(parsed, event) };
  } catch (error) {
    if (error instanceof ParseError) return no(sentence(error.message));
    // A very deep chain of ! or - exhausts the parser before its limits do.
    return no('The condition is too complex.');
  }
}

function isTrueOf(parsed: (context: { event: unknown }) => unknown, event: unknown): boolean {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return false;
  try {
    return parsed({ event }) === true;
  } catch {
    return false;
  }
}

/** What the condition uses that it may not. */
function strangerIn(node: ASTNode): string | undefined {
  if (node.op === 'call' || node.op === 'rcall') {
    const [name, ...given] = node.args as [string, ...(ASTNode | ASTNode[])[]];
    const known = node.op === 'call' ? CALLS : METHODS;
    if (!known.has(name)) {
      return `There is no ${name} here; there are ${[...CALLS, ...METHODS].join(', ')}.`;
    }
    return firstOf(given.flat());
  }
  if (!OPERATORS.has(node.op)) return `${node.op} is not part of a repair’s condition.`;
  if (node.op === 'value' || node.op === 'id') return undefined;
  const args: unknown[] = Array.isArray(node.args) ? node.args : [node.args];
  return firstOf(args.filter(isNode));
}

function firstOf(nodes: readonly ASTNode[]): string | undefined {
  for (const node of nodes) {
    const stranger = strangerIn(node);
    if (stranger !== undefined) return stranger;
  }
  return undefined;
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value;
}

function no(says: string): RepairCondition {
  return { isGood: false, says };
}

/** The library draws the place below its first line. */
function sentence(message: string): string {
  const [line = ''] = message.split('\n');
  return `${line.slice(0, 1).toUpperCase()}${line.slice(1)}${line.endsWith('.') ? '' : '.'}`;
}
