/** Conditions as blocks and back: the part of the rule language that screens run themselves. */
export type * from './block.js';
export { type BlockReading, blocksOf } from './blocksOf.js';
export { textOfBlocks } from './textOfBlocks.js';
