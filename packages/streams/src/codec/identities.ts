/** Names an event for deduplication: who made the id, and what the event says. */
import type { EventId } from '@trove/contracts';
import xxhash from 'xxhash-wasm';

/** 64-bit xxHash of a text or of bytes. */
export interface Hasher {
  text(value: string): bigint;
  bytes(value: Uint8Array): bigint;
}

export interface Identities {
  readonly hasher: Hasher;
  /** 8 bytes of xxh64 of a CloudEvents source, one character each. */
  sourceHash(source: string): string;
}

/** Sources remembered so that a player's every packet need not hash it again. */
const MAX_SOURCES = 50_000;

/** Compiled once a process: every join and publication asks for identities of its own. */
const compiled = xxhash();

export async function createIdentities(): Promise<Identities> {
  const { h64, h64Raw } = await compiled;
  // A typed array takes a BigInt in one store; Buffer's own writer is twenty times slower.
  const word = new BigUint64Array(1);
  const scratch = Buffer.from(word.buffer);
  const sources = new Map<string, string>();
  return {
    hasher: { text: (value) => h64(value), bytes: (value) => h64Raw(value) },
    sourceHash(source) {
      const known = sources.get(source);
      if (known !== undefined) return known;
      if (sources.size >= MAX_SOURCES) sources.clear();
      word[0] = h64(source);
      const hash = scratch.toString('latin1');
      sources.set(source, hash);
      return hash;
    },
  };
}

/** Value of each hexadecimal digit by its character code. */
const NIBBLES = new Uint8Array(128);
for (let i = 0; i < 16; i += 1) NIBBLES['0123456789abcdef'.charCodeAt(i)] = i;

/** Where the two digits of each byte begin in the text of a UUID. */
const DIGITS = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;

function byteAt(id: EventId, digits: number): number {
  const high = NIBBLES[id.charCodeAt(digits)] as number;
  return (high << 4) | (NIBBLES[id.charCodeAt(digits + 1)] as number);
}

/** Writes the 16 bytes of a lower-case UUID that its contract has checked. */
export function writeEventId(bytes: Uint8Array, at: number, id: EventId): void {
  for (let i = 0; i < DIGITS.length; i += 1) bytes[at + i] = byteAt(id, DIGITS[i] as number);
}

/** The same for an id that stands as text in bytes. */
export function writeEventIdBytes(
  to: Uint8Array,
  at: number,
  from: { readonly bytes: Uint8Array; readonly at: number },
): void {
  const { bytes } = from;
  for (let i = 0; i < DIGITS.length; i += 1) {
    const digits = from.at + (DIGITS[i] as number);
    const high = NIBBLES[bytes[digits] as number] as number;
    to[at + i] = (high << 4) | (NIBBLES[bytes[digits + 1] as number] as number);
  }
}

/** Milliseconds of an id's own time: the first six of its bytes. */
export function timeOfEventIdBytes(bytes: Uint8Array, at: number): number {
  let ms = 0;
  for (let i = 0; i < 6; i += 1) {
    const digits = at + (DIGITS[i] as number);
    const high = NIBBLES[bytes[digits] as number] as number;
    ms = ms * 256 + ((high << 4) | (NIBBLES[bytes[digits + 1] as number] as number));
  }
  return ms;
}

/** The 16 bytes of an id as characters 0 to 255: the key by which outcomes are waited for. */
export function bytesOfEventId(id: EventId): string {
  return String.fromCharCode(...DIGITS.map((digits) => byteAt(id, digits)));
}
