/**
 * Writes a syntax tree as CEL again, with the brackets it needs and no others. What it writes is
 * read as the same tree; the library's own writer loses brackets and decimals.
 */
import type { ASTNode } from '@marcbachmann/cel-js';

/** How tightly each kind of node binds. */
const STRENGTH = {
  choice: 1,
  or: 2,
  and: 3,
  relation: 4,
  sum: 5,
  product: 6,
  sign: 7,
  whole: 8,
} as const;

const OPERATORS: Readonly<Record<string, number>> = {
  '||': STRENGTH.or,
  '&&': STRENGTH.and,
  '==': STRENGTH.relation,
  '!=': STRENGTH.relation,
  '<': STRENGTH.relation,
  '<=': STRENGTH.relation,
  '>': STRENGTH.relation,
  '>=': STRENGTH.relation,
  in: STRENGTH.relation,
  '+': STRENGTH.sum,
  '-': STRENGTH.sum,
  '*': STRENGTH.product,
  '/': STRENGTH.product,
  '%': STRENGTH.product,
};

/** As an operand of a comparison or a receiver, which it may need brackets for. */
export const AS_OPERAND = STRENGTH.sum;
export const AS_RECEIVER = STRENGTH.whole;

/**
 * @param least brackets are put around whatever binds less tightly than this
 * @returns undefined for what the rule language does not have
 */
export function printExpression(
  node: ASTNode,
  least: number = STRENGTH.choice,
): string | undefined {
  const [text, strength] = written(node);
  if (text === undefined) return undefined;
  return strength < least ? `(${text})` : text;
}

type Written = readonly [text: string | undefined, strength: number];

function written(node: ASTNode): Written {
  switch (node.op) {
    case 'value':
      return [printLiteral(node.args), STRENGTH.whole];
    case 'id':
      return [node.args, STRENGTH.whole];
    case '.':
      return [joined`${receiver(node.args[0])}.${node.args[1]}`, STRENGTH.whole];
    case 'call':
      return [joined`${node.args[0]}(${listed(node.args[1])})`, STRENGTH.whole];
    case 'rcall': {
      const [name, on, given] = node.args;
      return [joined`${receiver(on)}.${name}(${listed(given)})`, STRENGTH.whole];
    }
    case 'list':
      return [joined`[${listed(node.args)}]`, STRENGTH.whole];
    case '!_':
    case '-_':
      return [joined`${node.op[0]}${printExpression(node.args, STRENGTH.sign)}`, STRENGTH.sign];
    case '?:': {
      const [test, yes, no] = node.args;
      const parts = [printExpression(test, STRENGTH.or), printExpression(yes, STRENGTH.or)];
      return [joined`${parts[0]} ? ${parts[1]} : ${printExpression(no)}`, STRENGTH.choice];
    }
    default:
      return binary(node);
  }
}

function binary(node: ASTNode): Written {
  const strength = OPERATORS[node.op];
  if (strength === undefined) return [undefined, STRENGTH.whole];
  const [left, right] = node.args as [ASTNode, ASTNode];
  // Comparisons of comparisons get brackets: nobody knows by heart which comes first.
  const leftLeast = strength === STRENGTH.relation ? strength + 1 : strength;
  const [one, other] = [printExpression(left, leftLeast), printExpression(right, strength + 1)];
  return [joined`${one} ${node.op} ${other}`, strength];
}

/** A number before a dot would read as one with decimals. */
function receiver(node: ASTNode): string | undefined {
  const text = printExpression(node, STRENGTH.whole);
  return text !== undefined && /^\d/.test(text) ? `(${text})` : text;
}

function listed(nodes: readonly ASTNode[]): string | undefined {
  const texts = nodes.map((node) => printExpression(node));
  return texts.includes(undefined) ? undefined : texts.join(', ');
}

/** A text of parts, or nothing when one of them is nothing. */
function joined(
  between: TemplateStringsArray,
  ...parts: readonly (string | undefined)[]
): string | undefined {
  if (parts.includes(undefined)) return undefined;
  return between.map((text, at) => text + (parts[at] ?? '')).join('');
}

function printLiteral(value: unknown): string | undefined {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return printText(value);
  // A larger one can't be kept exactly, and the language refuses it.
  if (typeof value === 'bigint') return value <= Number.MAX_SAFE_INTEGER ? `${value}` : undefined;
  return typeof value === 'number' ? printNumber(value) : undefined;
}

/** Undefined for what CEL has no literal of. */
export function printNumber(value: number): string | undefined {
  return Number.isFinite(value) ? String(value) : undefined;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** In single quotes, which need no care inside YAML’s double ones. */
export function printText(value: string): string {
  const escaped = Array.from(value, (one) => ESCAPES[one] ?? escapedControl(one));
  return `'${escaped.join('')}'`;
}

function escapedControl(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x20 ? `\\u${code.toString(16).padStart(4, '0')}` : character;
}
