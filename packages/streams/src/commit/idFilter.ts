/**
 * Says of an id that it surely was not added, or that it may have been: a Bloom filter whose bits
 * of one id share a cache line (Putze, Sanders and Singler, "Cache-, Hash- and Space-Efficient
 * Bloom Filters", 2007), in layers that grow with what is added (Almeida and others, "Scalable
 * Bloom Filters", 2007).
 */
import { IDENTITY_BYTES } from '../codec/logFields.js';

/** Memory for each id a layer is made for; about one new id in 300 is taken for a known one. */
const BITS_PER_ID = 16;
/** A block is a cache line of 512 bits. */
const BLOCK_WORDS = 16;
const BLOCK_BITS = 512;
const FIRST_IDS = 8_192;
/** Few layers, because a new id is looked for in all of them. */
const GROWTH = 8;
const WORD_BYTES = 4;

interface Layer {
  readonly words: Uint32Array;
  /** Blocks less one; their number is a power of two. */
  readonly mask: number;
  readonly capacity: number;
  count: number;
}

export class IdFilter {
  private readonly layers: Layer[] = [layerFor(FIRST_IDS)];

  /** Memory that it takes. */
  get bytes(): number {
    return this.layers.reduce((sum, { words }) => sum + words.byteLength, 0);
  }

  /** Memory that the next layer will take. */
  get nextBytes(): number {
    return this.newest.words.byteLength * GROWTH;
  }

  /** True when the next id needs another layer. */
  get isFull(): boolean {
    return this.newest.count >= this.newest.capacity;
  }

  private get newest(): Layer {
    return this.layers[this.layers.length - 1] as Layer;
  }

  /** @param at where the 24 bytes of the id begin */
  add(view: DataView, at: number): void {
    if (this.isFull) this.layers.push(layerFor(this.newest.capacity * GROWTH));
    const { words, mask } = this.newest;
    const place = hash(view, at, PLACE_SEED);
    const bits = hash(view, at, BITS_SEED);
    const block = (place & mask) * BLOCK_WORDS;
    // Four times nine bits name a bit of the block.
    set(words, block, bits);
    set(words, block, bits >>> 9);
    set(words, block, bits >>> 18);
    set(words, block, place >>> 23);
    this.newest.count += 1;
  }

  /** False when no id of these bytes was ever added. */
  mayHold(view: DataView, at: number): boolean {
    const place = hash(view, at, PLACE_SEED);
    const bits = hash(view, at, BITS_SEED);
    for (const { words, mask } of this.layers) {
      const block = (place & mask) * BLOCK_WORDS;
      if (
        isSet(words, block, bits) &&
        isSet(words, block, bits >>> 9) &&
        isSet(words, block, bits >>> 18) &&
        isSet(words, block, place >>> 23)
      ) {
        return true;
      }
    }
    return false;
  }
}

function layerFor(capacity: number): Layer {
  const blocks = (capacity * BITS_PER_ID) / BLOCK_BITS;
  return { words: new Uint32Array(blocks * BLOCK_WORDS), mask: blocks - 1, capacity, count: 0 };
}

/** @param bit of which the lowest nine bits count */
function set(words: Uint32Array, block: number, bit: number): void {
  const word = block + ((bit >>> 5) & (BLOCK_WORDS - 1));
  words[word] = (words[word] as number) | (1 << (bit & 31));
}

function isSet(words: Uint32Array, block: number, bit: number): boolean {
  const word = block + ((bit >>> 5) & (BLOCK_WORDS - 1));
  return ((words[word] as number) & (1 << (bit & 31))) !== 0;
}

const PLACE_SEED = 0x9747b28c;
const BITS_SEED = 0x3c6ef372;

/** MurmurHash3 (x86, 32 bits; Appleby, public domain) of an id's bytes. */
function hash(view: DataView, at: number, seed: number): number {
  let h = seed;
  for (let i = at; i < at + IDENTITY_BYTES; i += WORD_BYTES) {
    const k = Math.imul(view.getUint32(i, true), 0xcc9e2d51);
    h ^= Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    h = (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
  }
  h ^= IDENTITY_BYTES;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
