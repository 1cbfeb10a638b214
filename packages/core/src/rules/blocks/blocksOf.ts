/**
 * Reads a condition as blocks, or says what in it can't be shown so. It drops nothing: what would
 * be lost or mean something else afterwards is not shown.
 */
import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { RULE_LIMITS } from '../limits.js';
import type { Block, BlockGroup, BlockValue, Comparison, Joint, TextTest } from './block.js';
import { hasComment } from './hasComment.js';
import { AS_OPERAND, AS_RECEIVER, printExpression, printText } from './printExpression.js';

export type BlockReading =
  | { readonly ok: true; readonly tree: BlockGroup }
  /** One sentence: why it stays text. */
  | { readonly ok: false; readonly says: string };

/** Never throws. Names and types are not looked at: that is the checker's work. */
export function blocksOf(text: string): BlockReading {
  if (text.length > RULE_LIMITS.characters) {
    return unshown(`It is longer than ${RULE_LIMITS.characters} characters.`);
  }
  if (hasComment(text)) return unshown('It has a comment, which blocks would lose.');
  const ast = parsed(text);
  if (ast === undefined) return unshown('It can’t be read yet: the mistake is marked in the text.');
  try {
    const block = blockOf(ast);
    return { ok: true, tree: block.kind === 'group' ? block : groupOf('&&', [block]) };
  } catch (error) {
    if (error instanceof CannotShow) return unshown(error.message);
    throw error;
  }
}

function unshown(says: string): BlockReading {
  return { ok: false, says };
}

/** Leaves the walk at the first thing that has no block; never leaves this file. */
class CannotShow extends Error {}

const PARSER = new Environment({
  unlistedVariablesAreDyn: true,
  limits: {
    maxAstNodes: RULE_LIMITS.nodes,
    maxDepth: RULE_LIMITS.depth,
    maxListElements: RULE_LIMITS.listElements,
    maxCallArguments: RULE_LIMITS.callArguments,
  },
});

function parsed(text: string): ASTNode | undefined {
  try {
    return PARSER.parse(text).ast;
  } catch {
    // Whatever the library has against it, the checker says in the words of the rule language.
    return undefined;
  }
}

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);
const TESTS: ReadonlySet<string> = new Set(['contains', 'startsWith', 'endsWith']);

function blockOf(node: ASTNode): Block {
  switch (node.op) {
    case '&&':
    case '||':
      return groupOf(node.op, spineOf(node, node.op).map(blockOf));
    case '!_':
      return negated(blockOf(node.args));
    case 'in':
      return listBlock(node.args);
    case 'rcall':
      return textBlock(node);
    case 'call':
      return hasBlock(node);
    case 'value':
      if (node.args === true) return groupOf('&&', []);
      throw new CannotShow(`${sourceOf(node)} stands for a whole condition.`);
    case 'id':
    case '.':
      return { kind: 'flag', left: expression(node), isNot: false };
    default:
      if (COMPARISONS.has(node.op)) return compareBlock(node);
      throw new CannotShow(`${wordOf(node)} ${sourceOf(node)} stands where a condition does.`);
  }
}

function groupOf(joint: Joint, blocks: readonly Block[]): BlockGroup {
  return { kind: 'group', joint, isNot: false, blocks };
}

/** What a chain of one joint joins; brackets on its right side are a group of their own. */
function spineOf(node: ASTNode, joint: Joint): readonly ASTNode[] {
  if (node.op !== joint) return [node];
  const [left, right] = node.args;
  return [...spineOf(left, joint), right];
}

function negated(block: Block): Block {
  if (block.kind === 'compare' || block.isNot) {
    return { ...groupOf('&&', [block]), isNot: true };
  }
  return { ...block, isNot: true };
}

function compareBlock(node: ASTNode): Block {
  const [left, right] = node.args as [ASTNode, ASTNode];
  if (literalOf(left) !== undefined) {
    throw new CannotShow(`${sourceOf(node)} begins with its value: write the name first.`);
  }
  const operator = node.op as Comparison;
  return { kind: 'compare', left: expression(left), operator, right: valueBlock(right) };
}

function listBlock([item, list]: [ASTNode, ASTNode]): Block {
  if (list.op !== 'list') throw new CannotShow(`${sourceOf(list)} is no written list.`);
  return { kind: 'list', left: expression(item), isNot: false, values: list.args.map(valueBlock) };
}

function textBlock(node: ASTNode & { op: 'rcall' }): Block {
  const [test, receiver, [part, ...more]] = node.args;
  if (!TESTS.has(test) || part === undefined || more.length > 0) {
    throw new CannotShow(`${sourceOf(node)} is no test that blocks have.`);
  }
  const left = expression(receiver, AS_RECEIVER);
  return { kind: 'text', left, test: test as TextTest, isNot: false, right: valueBlock(part) };
}

function hasBlock(node: ASTNode & { op: 'call' }): Block {
  const [name, [field, ...more]] = node.args;
  if (name !== 'has' || field === undefined || more.length > 0) {
    throw new CannotShow(`${sourceOf(node)} is no test that blocks have.`);
  }
  return { kind: 'has', left: expression(field), isNot: false };
}

function valueBlock(node: ASTNode): BlockValue {
  return literalOf(node) ?? { is: 'expression', text: expression(node) };
}

/** A plain value; undefined for whatever is reckoned from something. */
function literalOf(node: ASTNode): BlockValue | undefined {
  if (node.op === '-_' && node.args.op === 'value') {
    const number = numberOf(node.args.args);
    // There is a minus zero, and a block would write it as zero.
    return number === undefined || number === 0 ? undefined : { is: 'number', value: -number };
  }
  if (node.op === 'call' && node.args[0] === 'timestamp') return timeOf(node.args[1]);
  if (node.op !== 'value') return undefined;
  const { args } = node;
  if (typeof args === 'string') return { is: 'text', value: args };
  if (typeof args === 'boolean') return { is: 'bool', value: args };
  const number = numberOf(args);
  return number === undefined ? undefined : { is: 'number', value: number };
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
  return typeof value === 'bigint' && !Number.isSafeInteger(number) ? undefined : number;
}

function timeOf([literal, ...more]: readonly ASTNode[]): BlockValue | undefined {
  if (literal?.op !== 'value' || typeof literal.args !== 'string' || more.length > 0) {
    return undefined;
  }
  return { is: 'time', value: literal.args };
}

/** CEL of something that has a value and is no condition. */
function expression(node: ASTNode, least: number = AS_OPERAND): string {
  if (isCondition(node)) {
    throw new CannotShow(`${sourceOf(node)} is a condition inside another one.`);
  }
  const text = printExpression(node, least);
  if (text === undefined) throw new CannotShow(`${sourceOf(node)} is nothing that blocks have.`);
  return text;
}

const CONDITIONS: ReadonlySet<string> = new Set([...COMPARISONS, '&&', '||', '!_', 'in', '?:']);

function isCondition(node: ASTNode): boolean {
  return CONDITIONS.has(node.op);
}

function wordOf(node: ASTNode): string {
  return node.op === '?:' ? 'The choice' : 'The value';
}

const SHOWN = 60;

function sourceOf(node: ASTNode): string {
  const text = printExpression(node) ?? node.input.slice(node.start, node.end);
  return text.length > SHOWN ? printText(`${text.slice(0, SHOWN)}…`) : `"${text}"`;
}
