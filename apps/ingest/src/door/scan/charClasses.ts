/**
 * What a name may hold, as tables of bytes. They are asked of the contract itself, character by
 * character, so that the scanner can't know another pattern than the contract does.
 */
import type { z } from 'zod';

export interface CharClasses {
  /** 1 where a byte may begin a name, or go on one. */
  readonly first: Uint8Array;
  readonly rest: Uint8Array;
  readonly maxSize: number;
}

const ASCII = 128;
const LONGEST = 256;

/** Of a contract of the form: one of some characters, then up to so many of others. */
export function charClassesOf(contract: z.ZodString): CharClasses {
  const passes = (text: string) => contract.safeParse(text).success;
  const first = new Uint8Array(256);
  const rest = new Uint8Array(256);
  const start = firstOf((char) => passes(char));
  for (let code = 0; code < ASCII; code += 1) {
    const char = String.fromCharCode(code);
    if (passes(char)) first[code] = 1;
    if (passes(start + char + start)) rest[code] = 1;
  }
  let maxSize = 1;
  while (maxSize < LONGEST && passes(start.repeat(maxSize + 1))) maxSize += 1;
  return { first, rest, maxSize };
}

function firstOf(passes: (char: string) => boolean): string {
  for (let code = 0; code < ASCII; code += 1) {
    const char = String.fromCharCode(code);
    if (passes(char)) return char;
  }
  throw new Error('a name that no character may begin');
}
