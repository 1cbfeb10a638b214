/**
 * Event ids of rows: UUIDv7 of the row's own time and a hash of its content and of how often the
 * same row stood before it, so that a second run makes the same ids and true repeats differ.
 */
import { createHash } from 'node:crypto';

/** Bytes of the hash that stand in an id, and those that tell rows apart while counting. */
const ID_BYTES = { from: 0, to: 10 };
const KEY_BYTES = { from: 10, count: 6 };

export class RowIds {
  /** Counts by 48 bits of the hash: millions of rows fit, and a collision only skips a number. */
  readonly #seen = new Map<number, number>();

  /** The id of the next row: 48 bits of time, 74 bits of hash. */
  next(timeMs: number, content: string): string {
    const digest = createHash('sha256').update(content).digest();
    const key = digest.readUIntBE(KEY_BYTES.from, KEY_BYTES.count);
    const occurrence = this.#seen.get(key) ?? 0;
    this.#seen.set(key, occurrence + 1);
    if (occurrence === 0) return idOf(timeMs, digest);
    return idOf(timeMs, createHash('sha256').update(digest).update(`${occurrence}`).digest());
  }
}

function idOf(timeMs: number, digest: Buffer): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(timeMs, 0, 6);
  digest.copy(bytes, 6, ID_BYTES.from, ID_BYTES.to);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return `${parts.join('-')}-${hex.slice(20)}`;
}
