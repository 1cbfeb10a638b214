/** Walks over the syntax tree of a condition that is known to be in the language's subset. */
import type { ASTNode } from '@marcbachmann/cel-js';

/** The nodes below this one that are evaluated; a dotted name is one node. */
export function childrenOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
    case '.':
      return [];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case '!_':
    case '-_':
      return [node.args];
    default:
      return node.args as readonly ASTNode[];
  }
}

/** The dotted name a node stands for, as `event.data.lat`. */
export function nameOf(node: ASTNode): string {
  if (node.op === '.') return `${nameOf(node.args[0])}.${node.args[1]}`;
  return String(node.args);
}

/** Every dotted name in the tree. */
export function namesIn(node: ASTNode): readonly string[] {
  if (node.op === 'id' || node.op === '.') return [nameOf(node)];
  return childrenOf(node).flatMap(namesIn);
}
