/**
 * Ids that carry a running number, so that results are counted by id with one bit each. UUIDv7:
 * the time, a tag of the run, and the number in the last 48 bits. Pure.
 */
const HEX3 = Array.from({ length: 4_096 }, (_, value) => value.toString(16).padStart(3, '0'));

/** The last twelve digits of an id. */
export function sequenceHex(sequence: number): string {
  const low = HEX3[sequence & 0xfff] ?? '';
  const middle = HEX3[(sequence >>> 12) & 0xfff] ?? '';
  return `0000${HEX3[(sequence >>> 24) & 0xff]?.slice(1)}${middle}${low}`;
}

/** The first 24 characters of ids made at a time. */
export function idPrefix(nowMs: number): string {
  const time = Math.floor(nowMs).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7b3c-8e01-`;
}

/** Which numbers were seen, one bit each; grows as needed. */
export class SeenNumbers {
  #bits = new Uint8Array(1 << 20);
  size = 0;

  /** True the first time a number comes. */
  add(number: number): boolean {
    const byte = number >>> 3;
    if (byte >= this.#bits.length) this.#grow(byte);
    const mask = 1 << (number & 7);
    const before = this.#bits[byte] ?? 0;
    if ((before & mask) !== 0) return false;
    this.#bits[byte] = before | mask;
    this.size += 1;
    return true;
  }

  #grow(byte: number): void {
    const bits = new Uint8Array(Math.max(byte + 1, this.#bits.length * 2));
    bits.set(this.#bits);
    this.#bits = bits;
  }
}

const ID_MARK = '"id":"';
const OUTCOME_MARK = '"outcome":"';
const PREFIX_LENGTH = 24;

/** Calls back for every result in a `results` frame: its number and its outcome. */
export function eachResult(frame: string, on: (sequence: number, outcome: string) => void): void {
  let at = frame.indexOf(ID_MARK);
  while (at !== -1) {
    const digits = at + ID_MARK.length + PREFIX_LENGTH;
    const sequence = Number.parseInt(frame.slice(digits, digits + 12), 16);
    const from = frame.indexOf(OUTCOME_MARK, digits) + OUTCOME_MARK.length;
    on(sequence, frame.slice(from, frame.indexOf('"', from)));
    at = frame.indexOf(ID_MARK, from);
  }
}
