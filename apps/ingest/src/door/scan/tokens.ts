/** The tokens of a packet as bytes: ids, times, numbers and texts without escapes. */

import { EventTime, timeOfText } from '@trove/contracts';

export const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const COLON = 0x3a;
const Z = 0x5a;

/** True when the bytes from a place on are these. */
export function spells(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i += 1) if (bytes[at + i] !== word[i]) return false;
  return true;
}

/** Where the closing quote of a text stands; -1 at an escape or a control character. */
export function textEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) return at;
    if (byte === BACKSLASH || byte < 0x20) return -1;
  }
  return -1;
}

const HEX = new Uint8Array(256);
for (const digit of '0123456789abcdef') HEX[digit.charCodeAt(0)] = 1;
const DASHES: ReadonlySet<number> = new Set([8, 13, 18, 23]);
const VERSION_AT = 14;
const VARIANT_AT = 19;
const UUID_CHARS = 36;
/** What each of a UUIDv7's characters must be, as classes of `CLASS_OF`. */
const SHAPE = Uint8Array.from({ length: UUID_CHARS }, (_, i) => {
  if (DASHES.has(i)) return 2;
  if (i === VERSION_AT) return 4;
  return i === VARIANT_AT ? 8 : 1;
});
/** The classes a byte belongs to, a bit each: hexadecimal, dash, version 7, variant. */
const CLASS_OF = HEX.map((isHex, byte) => {
  const char = String.fromCharCode(byte);
  return isHex | (char === '-' ? 2 : 0) | (char === '7' ? 4 : 0) | ('89ab'.includes(char) ? 8 : 0);
});

/** True for the 36 characters of a lower-case UUIDv7. */
export function isEventId(bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < UUID_CHARS; i += 1) {
    const classes = CLASS_OF[bytes[at + i] as number] as number;
    if ((classes & (SHAPE[i] as number)) === 0) return false;
  }
  return true;
}

const SECONDS_SIZE = 20;
const MILLIS_SIZE = 24;
/** Characters of `2026-06-01T18:00`. */
const MINUTE_SIZE = 16;

let minute = new Uint8Array([0]);
let minuteMs = Number.NaN;

/** Milliseconds of an RFC 3339 time in UTC with no or three decimals; NaN for any other text. */
export function utcTime(bytes: Uint8Array, at: number, size: number): number {
  if (size !== SECONDS_SIZE && size !== MILLIS_SIZE) return Number.NaN;
  if (bytes[at + size - 1] !== Z) return Number.NaN;
  if (spells(bytes, at, minute)) {
    if (bytes[at + MINUTE_SIZE] !== COLON) return Number.NaN;
    const seconds = digits(bytes, at + MINUTE_SIZE + 1, 2);
    if (!(seconds < 60)) return Number.NaN;
    const whole = minuteMs + seconds * 1000;
    if (size === SECONDS_SIZE) return whole;
    return bytes[at + SECONDS_SIZE - 1] === DOT
      ? whole + digits(bytes, at + SECONDS_SIZE, 3)
      : Number.NaN;
  }
  // Nearly all events of a burst fall into one minute; another one is learnt from its text.
  const text = Buffer.from(bytes.subarray(at, at + size)).toString('latin1');
  if (!EventTime.safeParse(text).success) return Number.NaN;
  minute = Buffer.from(text.slice(0, MINUTE_SIZE));
  minuteMs = Date.parse(`${text.slice(0, MINUTE_SIZE)}:00Z`);
  return timeOfText(text);
}

/** The number that so many digits are; NaN when one of them is none. */
function digits(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let i = 0; i < count; i += 1) {
    const digit = (bytes[at + i] as number) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Where a JSON number without exponent ends; -1 when there is none. */
export function numberEnd(bytes: Uint8Array, from: number): number {
  const start = bytes[from] === MINUS ? from + 1 : from;
  let at = digitsEnd(bytes, start);
  if (at === start || (bytes[start] === ZERO && at > start + 1)) return -1;
  if (bytes[at] === DOT) {
    const end = digitsEnd(bytes, at + 1);
    if (end === at + 1) return -1;
    at = end;
  }
  const next = bytes[at];
  return next === 0x65 || next === 0x45 ? -1 : at;
}

function digitsEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while ((bytes[at] as number) >= ZERO && (bytes[at] as number) <= ZERO + 9) at += 1;
  return at;
}

/** As many digits fit a double exactly, and so does their power of ten. */
const EXACT_DIGITS = 15;
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, i) => 10 ** i);

/**
 * The number between two places that `numberEnd` found: digits as one integer, divided by a power
 * of ten. Both are exact, so the quotient is the double nearest to the text, as JSON.parse gives.
 */
export function numberValue(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > EXACT_DIGITS) return Number(Buffer.from(bytes.subarray(from, to)).toString());
  const isNegative = bytes[from] === MINUS;
  let value = 0;
  let decimals = 0;
  for (let at = isNegative ? from + 1 : from; at < to; at += 1) {
    const byte = bytes[at] as number;
    if (byte === DOT) decimals = to - at - 1;
    else value = value * 10 + byte - ZERO;
  }
  const size = value / (POWERS[decimals] as number);
  return isNegative ? -size : size;
}
