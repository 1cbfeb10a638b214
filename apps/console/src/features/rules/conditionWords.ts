/** A condition in words, as part of its rule’s sentence. */
import type { Block, BlockGroup, BlockValue } from '@trove/core/rule-blocks';
import { blocksOf } from '@trove/core/rule-blocks';
import { fieldNamed, operatorWord, type RowField } from './fieldTypes';

/** How things of the hunt are called, by the name of what is compared with them and their id. */
export type Titles = (left: string, id: string) => string | undefined;

export interface Wording {
  readonly fields: readonly RowField[];
  readonly titleOf: Titles;
}

/** One phrase for each part that all have to hold; none for a condition that is always true. */
export function conditionPhrases(text: string, wording: Wording): readonly string[] {
  const reading = blocksOf(text);
  if (!reading.ok) return [`${text.trim() === '' ? 'nothing is asked yet' : text.trim()}`];
  const { tree } = reading;
  if (tree.isNot || tree.joint === '||') return [groupPhrase(tree, wording)];
  return tree.blocks.map((block) => phraseOf(block, wording));
}

function phraseOf(block: Block, wording: Wording): string {
  const says = block.kind === 'group' ? '' : fieldNamed(block.left, wording.fields).says;
  switch (block.kind) {
    case 'group':
      return groupPhrase(block, wording);
    case 'compare': {
      const value = valuePhrase(block.left, block.right, wording);
      return `${says} ${operatorWord(block.operator)} ${value}`;
    }
    case 'list': {
      const values = block.values.map((value) => valuePhrase(block.left, value, wording));
      return `${says} ${operatorWord(negated('in', block.isNot))} ${values.join(', ')}`;
    }
    case 'text': {
      const operator = operatorWord(negated(block.test, block.isNot));
      return `${says} ${operator} ${valuePhrase(block.left, block.right, wording)}`;
    }
    case 'has':
      return `${says} ${operatorWord(negated('has', block.isNot))}`;
    case 'flag':
      return `${says} ${operatorWord(negated('is', block.isNot))}`;
  }
}

function groupPhrase(group: BlockGroup, wording: Wording): string {
  const { joint, isNot, blocks } = group;
  const phrases = blocks.map((block) => {
    const phrase = phraseOf(block, wording);
    return block.kind === 'group' && block.blocks.length > 1 ? `(${phrase})` : phrase;
  });
  const all = phrases.length === 0 ? 'always' : phrases.join(joint === '&&' ? ' and ' : ' or ');
  return isNot ? `not (${all})` : all;
}

function negated(operator: string, isNot: boolean): string {
  return isNot ? `not ${operator}` : operator;
}

function valuePhrase(left: string, value: BlockValue, { fields, titleOf }: Wording): string {
  switch (value.is) {
    case 'text':
      return titleOf(left, value.value) ?? textPhrase(value.value);
    case 'number':
    case 'bool':
      return String(value.value);
    case 'time':
      return value.value.replace('T', ' ').replace(/:00Z$/, ' UTC');
    case 'expression':
      return fieldNamed(value.text, fields).says;
  }
}

function textPhrase(text: string): string {
  return /^[\p{L}\p{N}_-]+$/u.test(text) ? text.replaceAll('_', ' ') : `“${text}”`;
}
