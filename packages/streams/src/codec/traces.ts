/**
 * W3C trace contexts of a few events at the very end of a blob: a row for each, then their number.
 * The first byte of the blob says whether there are any, so one without takes no byte for it.
 */
import type { EventTrace } from '@trove/core';
import { hasFlag } from './blobFlags.js';
import type { ByteWriter } from './bytes.js';

/** Place of the event, trace id, parent id, flags. */
const TRACE_BYTES = 2 + 16 + 8 + 1;
const COUNT_BYTES = 2;
const IDS_END = TRACE_BYTES - 1;

/** Versions after 00 begin in the same way; ids of zeros name nothing. */
const TRACEPARENT =
  /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-|$)/;

/** True for what `traceparent` may be; anything else is to be ignored, not refused. */
export function isTraceparent(text: string): boolean {
  return TRACEPARENT.test(text);
}

/** Writes the rows; the caller has set the flag. Texts must have passed `isTraceparent`. */
export function writeTraces(writer: ByteWriter, traces: readonly EventTrace[]): void {
  for (const { index, traceparent } of traces) {
    const [, trace = '', parent = '', flags = ''] = TRACEPARENT.exec(traceparent) ?? [];
    writer.u16(index);
    writer.set(Buffer.from(trace + parent + flags, 'hex'));
  }
  writer.u16(traces.length);
}

/** Bytes that trace contexts take at the end of a blob. */
export function tracesSize(blob: Buffer): number {
  if (!hasFlag(blob, 'traced')) return 0;
  return COUNT_BYTES + blob.readUInt16LE(blob.length - COUNT_BYTES) * TRACE_BYTES;
}

/** Undefined when the blob has none. Throws a RangeError when it ends too early. */
export function readTraces(blob: Buffer): readonly EventTrace[] | undefined {
  if (!hasFlag(blob, 'traced')) return undefined;
  const size = tracesSize(blob);
  const from = blob.length - size;
  return Array.from({ length: (size - COUNT_BYTES) / TRACE_BYTES }, (_, i) => {
    const at = from + i * TRACE_BYTES;
    const ids = blob.toString('hex', at + 2, at + IDS_END);
    const flags = blob.toString('hex', at + IDS_END, at + TRACE_BYTES);
    const traceparent = `00-${ids.slice(0, 32)}-${ids.slice(32)}-${flags}`;
    return { index: blob.readUInt16LE(at), traceparent };
  });
}
