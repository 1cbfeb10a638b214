/**
 * The digest of what an event says: hunt, player, team, type, time and data. Never of when it was
 * sent or received, because a retry of the same event must have the same digest.
 */
import { ByteWriter } from './bytes.js';
import type { Hasher } from './identities.js';

export class ContentDigest {
  private readonly content = new ByteWriter();
  private readonly word = new BigUint64Array(1);
  private readonly halves = new Uint32Array(this.word.buffer);

  constructor(private readonly hasher: Hasher) {}

  /** Begins another event. */
  begin(type: number, timeMs: number): void {
    this.content.reset();
    this.content.u8(type);
    this.content.f64(timeMs);
  }

  /** At most 255 bytes; their number keeps neighbours apart. */
  name(bytes: Uint8Array, at: number, size: number): void {
    this.content.u8(size);
    this.content.part(bytes, at, size);
  }

  number(value: number): void {
    this.content.f64(value);
  }

  text(bytes: Uint8Array, at: number, size: number): void {
    this.content.u16(size);
    this.content.part(bytes, at, size);
  }

  /** Writes the 8 bytes. */
  writeTo(writer: ByteWriter): void {
    this.word[0] = this.hasher.bytes(this.content.bytes);
    writer.u32(this.halves[0] as number);
    writer.u32(this.halves[1] as number);
  }
}
