/** The keys that events have in common, as bits, and how they are found in a packet's bytes. */
import { spells } from './tokens.js';

/** What events have in common, a bit for each key; all but the last must be there. */
export const KEY = {
  id: 1,
  type: 2,
  time: 4,
  hunt: 8,
  player: 16,
  team: 32,
  data: 64,
  device: 128,
};
export const NEEDED_KEYS = 127;
const ALL_KEYS = 255;

const SIZES = new Map<number, number>(
  Object.entries(KEY).map(([name, bit]) => [bit, name.length] as const),
);
const KEY_SIZES = Uint8Array.from({ length: ALL_KEYS + 1 }, (_, bit) => SIZES.get(bit) ?? 0);

/** Characters of a key. */
export function keySize(key: number): number {
  return KEY_SIZES[key] as number;
}

const KEYS = Object.entries(KEY).map(([name, bit]) => ({ name: Buffer.from(`${name}":`), bit }));

/** The bit of the key that stands here with its closing quote and colon; 0 for any other. */
export function keyAt(bytes: Buffer, at: number): number {
  for (const { name, bit } of KEYS) if (spells(bytes, at, name)) return bit;
  return 0;
}
