/**
 * Walks a parsed condition before its types are checked: refuses what the language leaves out,
 * resolves names, and brings number literals to the one number type, so that nobody has to write
 * `3.0` for 3. What remains has neither loops nor regular expressions.
 */
import type { ASTNode } from '@marcbachmann/cel-js';
import { EventTime } from '@trove/contracts';
import { meant } from './closest.js';
import { ConditionError, type ConditionFault } from './conditionFault.js';
import type { FieldTypes } from './contextTypes.js';
import { CALLS, functionNamed, METHODS, USAGES } from './functions.js';
import { resolveName } from './names.js';

const OPERATORS_ALLOWED = '== != < <= > >= + - * / % && || ! ?: in, and the listed functions';

const BINARY = new Set(['==', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '%', '&&', '||']);

/** Rewrites the tree in place and answers how many nodes it has. */
export function enterSubset(node: ASTNode, context: FieldTypes): number {
  switch (node.op) {
    case 'value':
      enterLiteral(node);
      return 1;
    case 'id':
    case '.':
      enterName(node, context);
      return 1;
    case 'call':
      return 1 + enterCall(node, context);
    case 'rcall':
      return 1 + enterMethod(node, context);
    case '!_':
    case '-_':
      return 1 + enterSubset(node.args, context);
    case '?:':
      return 1 + enterAll(node.args, context);
    case 'in':
      return 1 + enterMembership(node.args, context);
    default:
      if (!BINARY.has(node.op)) refuse(node, refusalOf(node));
      return 1 + enterAll(node.args as ASTNode[], context);
  }
}

function enterAll(nodes: readonly ASTNode[], context: FieldTypes): number {
  return nodes.reduce((count, node) => count + enterSubset(node, context), 0);
}

function enterName(node: ASTNode, context: FieldTypes): void {
  const { name, type } = resolveName(node, context);
  if (typeof type === 'string') return;
  const fields = Object.keys(type).map((field) => `${name}.${field}`);
  refuse(node, {
    found: name,
    allowed: fields.join(', '),
    message: `"${name}" is not a value by itself.`,
  });
}

function enterLiteral(node: ASTNode & { op: 'value' }): void {
  const value = node.args;
  if (typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') return;
  if (typeof value === 'bigint' && Number.isSafeInteger(Number(value))) {
    // The one number type is double: CEL's int would forbid `event.data.lat + 1`.
    Object.assign(node, { args: Number(value) });
    return;
  }
  const message =
    value === null
      ? 'There is no null here: a missing field is found with has().'
      : 'This kind of literal is not part of the rule language.';
  refuse(node, { found: textOf(node), allowed: 'a number, a text, true or false', message });
}

function enterCall(node: ASTNode & { op: 'call' }, context: FieldTypes): number {
  const [name, given] = node.args;
  if (name === 'has') return enterHas(node, context);
  if (name === 'timestamp') return enterTimestamp(node);
  const known = functionNamed(CALLS, name);
  if (known === undefined) return refuseFunction(node, name);
  Object.assign(node, { args: [known.checkedAs ?? name, given] });
  return enterAll(given, context);
}

function enterMethod(node: ASTNode & { op: 'rcall' }, context: FieldTypes): number {
  const [name, receiver, given] = node.args;
  if (functionNamed(METHODS, name) === undefined) return refuseFunction(node, name);
  return enterAll([receiver, ...given], context);
}

function enterHas(node: ASTNode & { op: 'call' }, context: FieldTypes): number {
  const [field] = node.args[1];
  if (field?.op === '.' && resolveName(field, context).name.startsWith('event.data.')) return 1;
  return refuse(node, {
    found: textOf(node),
    allowed: 'has(event.data.field)',
    message: 'Only fields of event.data can be missing.',
  });
}

function enterTimestamp(node: ASTNode & { op: 'call' }): number {
  const given = node.args[1];
  const [literal] = given;
  const text = literal?.op === 'value' ? literal.args : undefined;
  if (given.length === 1 && typeof text === 'string' && EventTime.safeParse(text).success) {
    Object.assign(node, { args: ['timeOf', given] });
    return 1;
  }
  return refuse(node, {
    found: textOf(node),
    allowed: "timestamp('2026-05-01T20:00:00Z')",
    message: 'A timestamp takes one literal RFC 3339 time with a zone.',
  });
}

function enterMembership([item, list]: readonly ASTNode[], context: FieldTypes): number {
  if (item === undefined) return 0;
  if (list?.op === 'list' && list.args.length > 0) {
    return 1 + enterSubset(item, context) + enterAll(list.args, context);
  }
  return refuse(list ?? item, {
    found: list === undefined ? 'nothing' : textOf(list),
    allowed: "a list, as in clue.id in ['pier', 'lighthouse']",
    message: 'The right side of "in" must be a written list with at least one element.',
  });
}

function refuseFunction(node: ASTNode, name: string): never {
  const known = [...Object.keys(CALLS), ...Object.keys(METHODS), 'has', 'timestamp'];
  const reason =
    name === 'matches'
      ? 'Regular expressions are refused, because they can take unbounded time.'
      : `There is no function "${name}" here.`;
  // A method called as a function is itself the nearest name, and no help.
  const hint = known.includes(name) ? '' : meant(name, known).hint;
  return refuse(node, { found: name, allowed: USAGES.join(', '), message: reason + hint });
}

function refusalOf(node: ASTNode): Omit<ConditionFault, 'start' | 'end'> {
  const found = textOf(node);
  if (node.op === '[]') {
    const message = 'Square brackets can not look a field up: write a dot and its name.';
    return { found, allowed: 'event.data.field', message };
  }
  if (node.op === 'list') {
    const message = 'A list can only stand on the right side of "in".';
    return { found, allowed: "value in ['a', 'b']", message };
  }
  const message = 'This construct is not part of the rule language.';
  return { found, allowed: OPERATORS_ALLOWED, message };
}

function refuse(node: ASTNode, fault: Omit<ConditionFault, 'start' | 'end'>): never {
  throw new ConditionError({ ...node.range, ...fault });
}

function textOf(node: ASTNode): string {
  return node.input.slice(node.start, node.end);
}
