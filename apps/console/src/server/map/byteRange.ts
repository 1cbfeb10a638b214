/** One range of bytes, as RFC 9110 writes it in a request: `bytes=0-1023`. */
import { MAP_LIMITS } from './limits';

export interface ByteRange {
  readonly first: number;
  /** Included. */
  readonly last: number;
}

/** Undefined where the header names no single range that the file has. */
export function byteRange(header: string | null, size: number): ByteRange | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const wished = from === '' || to === '' ? size - 1 : Number(to);
  const last = Math.min(wished, size - 1, first + MAP_LIMITS.rangeBytes - 1);
  return first <= last ? { first, last } : undefined;
}
