/** Which positions of a partition its files hold, so that gaps between them are known. */
import { type ManifestFile, voidFrom } from './manifest.js';

export interface CoveredRange<File extends ManifestFile> {
  readonly firstPosition: number;
  /** The position behind the last. */
  readonly end: number;
  readonly files: readonly File[];
}

/**
 * Ranges without a gap inside them, in the order of the log. A file that is all void is in none.
 * @param known every file of one partition: they say what is void
 */
export function coveredRanges<File extends ManifestFile>(
  known: readonly File[],
): CoveredRange<File>[] {
  const ends = voidFrom(known);
  const counted = known
    .map((file) => ({ file, end: Math.min(file.lastPosition + 1, ends.get(file) ?? Infinity) }))
    .filter(({ file, end }) => end > file.firstPosition)
    .sort((a, b) => a.file.firstPosition - b.file.firstPosition);
  const ranges: { readonly firstPosition: number; end: number; readonly files: File[] }[] = [];
  for (const { file, end } of counted) {
    const last = ranges.at(-1);
    if (last === undefined || file.firstPosition > last.end) {
      ranges.push({ firstPosition: file.firstPosition, end, files: [file] });
    } else {
      last.end = Math.max(last.end, end);
      last.files.push(file);
    }
  }
  return ranges;
}
