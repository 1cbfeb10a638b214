/**
 * A condition as a tree of blocks: what a visual editor shows, row by row. Plain values that
 * survive JSON; `blocksOf` reads them from a text and `textOfBlocks` writes them.
 */

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type TextTest = 'contains' | 'startsWith' | 'endsWith';
export type Joint = '&&' | '||';

/** What stands on the right of a row. */
export type BlockValue =
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'text'; readonly value: string }
  | { readonly is: 'bool'; readonly value: boolean }
  /** RFC 3339 with a zone: the literal of `timestamp('…')`. */
  | { readonly is: 'time'; readonly value: string }
  /** Anything else that has a value, as CEL: a name, a sum, a call. */
  | { readonly is: 'expression'; readonly text: string };

/** `left` is CEL: a name as `clue.solves`, or a call or sum of names. */
export type Block =
  | {
      readonly kind: 'compare';
      readonly left: string;
      readonly operator: Comparison;
      readonly right: BlockValue;
    }
  | {
      readonly kind: 'list';
      readonly left: string;
      readonly isNot: boolean;
      readonly values: readonly BlockValue[];
    }
  | {
      readonly kind: 'text';
      readonly left: string;
      readonly test: TextTest;
      readonly isNot: boolean;
      readonly right: BlockValue;
    }
  /** Whether an event has this optional field. */
  | { readonly kind: 'has'; readonly left: string; readonly isNot: boolean }
  /** A name that is true or false by itself. */
  | { readonly kind: 'flag'; readonly left: string; readonly isNot: boolean }
  | BlockGroup;

/** Blocks of which all (`&&`) or any (`||`) hold; without blocks it always holds. */
export interface BlockGroup {
  readonly kind: 'group';
  readonly joint: Joint;
  readonly isNot: boolean;
  readonly blocks: readonly Block[];
}
