/** Writes blocks as the text of a condition. */
import type { Block, BlockGroup, BlockValue } from './block.js';
import { printNumber, printText } from './printExpression.js';

/** A tree without blocks is `true`. What it writes is read by `blocksOf` as what it says. */
export function textOfBlocks(tree: BlockGroup): string {
  return groupText(tree, false);
}

function blockText(block: Block, isInside: boolean): string {
  switch (block.kind) {
    case 'group':
      return groupText(block, isInside);
    case 'compare':
      return `${block.left} ${block.operator} ${valueText(block.right)}`;
    case 'list': {
      const membership = `${block.left} in [${block.values.map(valueText).join(', ')}]`;
      return block.isNot ? `!(${membership})` : membership;
    }
    case 'text':
      return `${not(block)}${block.left}.${block.test}(${valueText(block.right)})`;
    case 'has':
      return `${not(block)}has(${block.left})`;
    case 'flag':
      return `${not(block)}${block.left}`;
  }
}

function not({ isNot }: { readonly isNot: boolean }): string {
  return isNot ? '!' : '';
}

/** @param isInside whether it is one of several that something else joins */
function groupText(group: BlockGroup, isInside: boolean): string {
  const { joint, isNot, blocks } = group;
  if (blocks.length === 0) return isNot ? '!true' : 'true';
  const isOne = blocks.length === 1;
  // A group of one is as tight as what it holds: only what stands around it matters.
  const isInner = isOne ? isInside && !isNot : true;
  const text = blocks.map((block) => blockText(block, isInner)).join(` ${joint} `);
  if (isNot) return `!(${text})`;
  return isInside && !isOne ? `(${text})` : text;
}

function valueText(value: BlockValue): string {
  switch (value.is) {
    case 'number':
      return printNumber(value.value) ?? '0';
    case 'text':
      return printText(value.value);
    case 'bool':
      return String(value.value);
    case 'time':
      return `timestamp(${printText(value.value)})`;
    case 'expression':
      return value.text;
  }
}
