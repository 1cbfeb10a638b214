/** What a blob's first byte says beside its layout, so that plain blobs take no byte for it. */

export const BLOB_FLAGS = {
  /** Trace contexts follow at the very end. */
  traced: 0x80,
  /** Of a log entry: its events come back from quarantine. */
  replay: 0x40,
  /** Of a log entry: places in the counts of devices follow the data. */
  sequenced: 0x20,
  /** Of results: what rules answered follows what few rows tell beside. */
  asked: 0x40,
  /** Of results: the names of hunts' own event types follow what rules answered. */
  custom: 0x20,
} as const;

const LAYOUT_BITS = 0x1f;

/** The layout in a blob's first byte. */
export function layoutOf(blob: Uint8Array): number {
  return (blob[0] ?? 0) & LAYOUT_BITS;
}

export function hasFlag(blob: Uint8Array, flag: keyof typeof BLOB_FLAGS): boolean {
  return ((blob[0] ?? 0) & BLOB_FLAGS[flag]) !== 0;
}
