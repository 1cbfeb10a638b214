/** What the manifest tells of a file, as far as reading and checking the archive need it. */
import type { FileRange } from './fileName.js';

export interface ManifestFile extends FileRange {
  /** Relative to the archive's folder. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * For each file that a later epoch took places from: the first position that no longer counts.
 * Such rows were decided, and lost from Redis before they were durable there.
 */
export function voidFrom(files: readonly ManifestFile[]): Map<ManifestFile, number> {
  const starts = new Map<number, Map<number, number>>();
  for (const { partition, epoch, firstPosition } of files) {
    const epochs = starts.get(partition) ?? new Map<number, number>();
    starts.set(partition, epochs);
    epochs.set(epoch, Math.min(epochs.get(epoch) ?? firstPosition, firstPosition));
  }
  const found = new Map<ManifestFile, number>();
  for (const file of files) {
    const later = [...(starts.get(file.partition) ?? [])].filter(([epoch]) => epoch > file.epoch);
    const from = Math.min(...later.map(([, start]) => start));
    if (from <= file.lastPosition) found.set(file, from);
  }
  return found;
}
