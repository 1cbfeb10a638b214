/**
 * A list of texts as one argument, in MessagePack, which Redis's scripts unpack themselves: an
 * argument of its own for each would cost the client more than everything else of a commit.
 * Texts are written as `str`, never `bin`, which the scripts' unpacker does not know.
 */
import { Buffer } from 'node:buffer';

const ARRAY_32 = 0xdd;
const STR_32 = 0xdb;
const HEAD_BYTES = 5;

/** Of a list that might take more, its own memory is taken and given back. */
const SCRATCH_BYTES = 1024 * 1024;

/** Texts are written here first: nearly all are ASCII and take a third of what they might. */
const scratch = Buffer.allocUnsafeSlow(SCRATCH_BYTES);

export function packTexts(texts: readonly string[]): Buffer {
  let most = HEAD_BYTES;
  for (const text of texts) most += HEAD_BYTES + text.length * 3;
  const buffer = most <= SCRATCH_BYTES ? scratch : Buffer.allocUnsafeSlow(most);
  buffer[0] = ARRAY_32;
  let at = buffer.writeUInt32BE(texts.length, 1);
  for (const text of texts) {
    const written = buffer.write(text, at + HEAD_BYTES, 'utf8');
    buffer[at] = STR_32;
    buffer.writeUInt32BE(written, at + 1);
    at += HEAD_BYTES + written;
  }
  return Buffer.from(buffer.subarray(0, at));
}
