/**
 * Says of an id that it surely was not added, or that it may have been: a Bloom filter whose bits
 * of one id share a cache line (Putze, Sanders and Singler, "Cache-, Hash- and Space-Efficient
 * Bloom Filters", 2007), in layers that grow with what is added (Almeida and others, "Scalable
 * Bloom Filters", 2007).
 */
import { viewOf } from '../codec/bytes.js';

/** Memory for each id a layer is made for; about one new id in 300 is taken for a known one. */
const BITS_PER_ID = 16;
/** A block is a cache line of 512 bits. */
const BLOCK_WORDS = 16;
const BLOCK_BITS = 512;
/** Small, because most hunts are: a hunt has a filter for each hour that its ids are of. */
const FIRST_IDS = 1_024;
/** Few layers, because a new id is looked for in all of them; beyond the largest they are alike. */
const GROWTH = 16;
const MOST_IDS = FIRST_IDS * GROWTH ** 3;

interface Layer {
  readonly words: Uint32Array;
  /** Blocks less one; their number is a power of two. */
  readonly mask: number;
  readonly capacity: number;
  count: number;
}

export class IdFilter {
  /** Memory that a filter takes at first. */
  static readonly firstBytes = bytesOf(FIRST_IDS);

  private readonly layers: Layer[] = [layerFor(FIRST_IDS)];

  /** Memory that it takes. */
  get bytes(): number {
    return this.layers.reduce((sum, { words }) => sum + words.byteLength, 0);
  }

  /** Memory that the next layer will take. */
  get nextBytes(): number {
    return bytesOf(this.nextIds);
  }

  private get nextIds(): number {
    return Math.min(MOST_IDS, this.newest.capacity * GROWTH);
  }

  /** True when the next id needs another layer. */
  get isFull(): boolean {
    return this.newest.count >= this.newest.capacity;
  }

  private get newest(): Layer {
    return this.layers[this.layers.length - 1] as Layer;
  }

  /**
   * Reads ids into `hashes`, two numbers each, which is what a filter knows of an id.
   *
   * @param stride bytes from one id to the next
   */
  static hash(ids: Uint8Array, stride: number): Int32Array {
    const view = viewOf(ids);
    const count = Math.floor(ids.length / stride);
    const hashes = new Int32Array(count * 2);
    for (let i = 0; i < count; i += 1) {
      const at = i * stride;
      hashes[i * 2] = mixed(view, at, PLACE);
      hashes[i * 2 + 1] = mixed(view, at, BITS);
    }
    return hashes;
  }

  /** Adds id number `i` of these. */
  add(hashes: Int32Array, i: number): void {
    if (this.isFull) this.layers.push(layerFor(this.nextIds));
    const { words, mask } = this.newest;
    const place = hashes[i * 2] as number;
    const bits = hashes[i * 2 + 1] as number;
    const block = (place & mask) * BLOCK_WORDS;
    // Four times nine bits name a bit of the block.
    set(words, block, bits);
    set(words, block, bits >>> 9);
    set(words, block, bits >>> 18);
    set(words, block, place >>> 23);
    this.newest.count += 1;
  }

  /** False when id number `i` of these was never added. */
  mayHold(hashes: Int32Array, i: number): boolean {
    const place = hashes[i * 2] as number;
    const bits = hashes[i * 2 + 1] as number;
    const { layers } = this;
    // Most of what was added is in the newest.
    for (let layer = layers.length - 1; layer >= 0; layer -= 1) {
      const { words, mask } = layers[layer] as Layer;
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

function bytesOf(ids: number): number {
  return (ids * BITS_PER_ID) / 8;
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

interface Mixing {
  /** Odd, one for each word of an id: what differs in one word alone never meets. */
  readonly factors: readonly [number, number, number, number, number, number];
  readonly seed: number;
}

const PLACE: Mixing = {
  factors: [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1, 0xd3a2646d],
  seed: 0x2545f491,
};
const BITS: Mixing = {
  factors: [0xcc9e2d51, 0x1b873593, 0xe6546b65, 0x38b34ae5, 0xa1e38b93, 0x96cd1c35],
  seed: 0x6a09e667,
};

/** A multilinear hash of six words, with the finish of MurmurHash3 (Appleby, public domain). */
function mixed(view: DataView, at: number, { factors, seed }: Mixing): number {
  let h =
    seed ^
    (Math.imul(view.getUint32(at, true), factors[0]) +
      Math.imul(view.getUint32(at + 4, true), factors[1]) +
      Math.imul(view.getUint32(at + 8, true), factors[2]) +
      Math.imul(view.getUint32(at + 12, true), factors[3]) +
      Math.imul(view.getUint32(at + 16, true), factors[4]) +
      Math.imul(view.getUint32(at + 20, true), factors[5]));
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
