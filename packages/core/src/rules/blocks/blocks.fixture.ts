/** Random conditions, of the rule language and a little beyond it, and a way to compare them. */
import { type ASTNode, parse } from '@marcbachmann/cel-js';
import fc from 'fast-check';

const NAMES = ['verdict', 'clue.id', 'clue.solves', 'team.score', 'event.data.lat', 'a', 'b.c'];
const OPERATORS = ['==', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '%', '&&', '||'];
const QUOTED = ["'x'", '"y\\"z"', "'\\n\\u00e9'", "r'\\d'", '"""a\nb"""', "'it\\'s // no comment'"];
const NUMBERS = ['0', '7', '2.0', '1.5e-7', '1e21', '0.1', '900719925474099', '0xff'];

/** CEL that parses; most of it has no meaning in the rule language, and some has no blocks. */
export const conditions: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...NAMES, ...NAMES, ...QUOTED, ...NUMBERS, 'true', 'false', 'null'),
    fc
      .tuple(tie('node'), fc.constantFrom(...OPERATORS), tie('node'), fc.boolean())
      .map(([left, operator, right, isBare]) => {
        return isBare ? `${left} ${operator} ${right}` : `(${left}) ${operator} (${right})`;
      }),
    tie('node').map((one) => `!(${one})`),
    tie('node').map((one) => `-(${one})`),
    tie('node').map((one) => `(${one})`),
    fc.tuple(tie('node'), tie('node')).map(([one, other]) => `(${one}) in [${other}, 3, 'x']`),
    fc
      .tuple(tie('node'), fc.constantFrom('contains', 'endsWith', 'lowerAscii'), tie('node'))
      .map(([on, name, part]) => `(${on}).${name}(${name === 'lowerAscii' ? '' : part})`),
    tie('node').map((one) => `size(${one})`),
    tie('node').map((one) => `has(${one})`),
    fc.constant("timestamp('2026-05-01T20:00:00Z')"),
    fc.tuple(tie('node'), tie('node'), tie('node')).map(([a, b, c]) => `(${a}) ? (${b}) : (${c})`),
  ),
})).node;

/**
 * The tree as plain values, numbers of one kind (R4). What an outermost `true` of a chain says, as
 * every `true`, stays: nothing is left out.
 */
export function meaningOf(text: string): unknown {
  return plain(parse(text).ast);
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  const { op, args } = value as ASTNode;
  return op === undefined ? value : [op, plain(args)];
}
