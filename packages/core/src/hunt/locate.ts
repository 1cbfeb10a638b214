/** Finds the line and column of a fault in the file's text. */
import { isMap, isNode, isPair, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import type { HuntFault, HuntPath } from './huntFault.js';
import type { YamlFile } from './readYaml.js';

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where to point: at the value, at a key, or at the block a missing key belongs to. */
export function locate(fault: HuntFault, file: YamlFile): Place {
  const { node, pair, isWhole } = descend(file.document.contents, fault.path);
  const pointsAtKey = fault.isKey === true || !isWhole;
  const target = pointsAtKey && isNode(pair?.key) ? pair.key : (node ?? pair?.key);
  if (!isNode(target)) return { line: 1, column: 1 };
  const start = target.range?.[0] ?? 0;
  const isInside = fault.offset !== undefined && isScalar(target);
  const offset = isInside ? sourceOffset(target, fault.offset, file.text) : start;
  const { line, col } = file.lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

interface Descent {
  readonly node: Node | undefined;
  /** The pair the node is the value of. */
  readonly pair: Pair | undefined;
  /** False when the path goes on where the document does not. */
  readonly isWhole: boolean;
}

function descend(contents: unknown, path: HuntPath): Descent {
  let node = isNode(contents) ? contents : undefined;
  let pair: Pair | undefined;
  for (const step of path) {
    const next = childAt(node, step);
    if (next === undefined) return { node, pair, isWhole: false };
    pair = isPair(next) ? next : undefined;
    const value = isPair(next) ? next.value : next;
    node = isNode(value) ? value : undefined;
  }
  return { node, pair, isWhole: true };
}

function childAt(node: Node | undefined, step: string | number): Node | Pair | undefined {
  if (isMap(node)) {
    return node.items.find(({ key }) => (isScalar(key) ? String(key.value) : key) === String(step));
  }
  if (!isSeq(node) || typeof step !== 'number') return undefined;
  const item = node.items[step];
  return isNode(item) ? item : undefined;
}

/**
 * The place in the file of a character of a scalar's value. Folding only changes white space, so
 * the other characters are counted; escapes in double quotes are counted as written.
 */
function sourceOffset(scalar: Scalar, offset: number, text: string): number {
  const [start, end] = scalar.range ?? [0, 0];
  const value = String(scalar.value);
  let wanted = value.slice(0, offset).replaceAll(/\s/g, '').length;
  const isBlock = scalar.type === 'BLOCK_FOLDED' || scalar.type === 'BLOCK_LITERAL';
  const isQuoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
  let at = isBlock ? text.indexOf('\n', start) + 1 : start + (isQuoted ? 1 : 0);
  for (; at < end; at += 1) {
    const character = text[at] ?? '';
    if (/\s/.test(character)) continue;
    if (wanted === 0) return at;
    wanted -= 1;
    const isEscape =
      (scalar.type === 'QUOTE_DOUBLE' && character === '\\') ||
      (scalar.type === 'QUOTE_SINGLE' && character === "'");
    if (isEscape) at += 1;
  }
  return Math.max(start, Math.min(at, end) - 1);
}
