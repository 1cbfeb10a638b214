/** Spells the 16 bytes of a UUID as text, byte by byte: no string is made on the way. */

/** Characters of the text. */
export const UUID_LENGTH = 36;

const BYTES = 16;
/** Where each byte's two digits go, and the dashes between them. */
const DASHES = [8, 13, 18, 23] as const;
const DASH = 0x2d;
const PLACES = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;
const HEX_DIGITS = Buffer.from('0123456789abcdef');

interface IdPlace {
  readonly bytes: Uint8Array;
  readonly at: number;
}

/** Writes the 36 characters of the UUID whose 16 bytes stand at a place. */
export function spellUuid(to: Uint8Array, start: number, { bytes, at }: IdPlace): void {
  for (const dash of DASHES) to[start + dash] = DASH;
  for (let i = 0; i < BYTES; i += 1) {
    const byte = bytes[at + i] as number;
    const place = start + (PLACES[i] as number);
    to[place] = HEX_DIGITS[byte >> 4] as number;
    to[place + 1] = HEX_DIGITS[byte & 15] as number;
  }
}
