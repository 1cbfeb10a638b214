/**
 * Names of archive files: partition, range of positions, epoch. A range is unique only within its
 * epoch, because a log that lost its end uses positions again.
 */

export interface FileRange {
  readonly partition: number;
  readonly epoch: number;
  readonly firstPosition: number;
  /** Inclusive. */
  readonly lastPosition: number;
}

/** Digits of a position, so that names sort as ranges do. */
const DIGITS = 14;
const NAME = /^(\d{14,})-(\d{14,})\.e(\d+)\.parquet$/;
const TEMPORARY = /^\.[\w.-]+\.parquet\.[0-9a-f-]+\.tmp$/;

const pad = (position: number) => String(position).padStart(DIGITS, '0');

/** Folder of a partition, relative to the archive's. */
export const folderOf = (partition: number) => `p${partition}`;

/** Path relative to the archive's folder, e.g. `p3/00000000012000-00000000023999.e1.parquet`. */
export function pathOf({ partition, epoch, firstPosition, lastPosition }: FileRange): string {
  return `${folderOf(partition)}/${pad(firstPosition)}-${pad(lastPosition)}.e${epoch}.parquet`;
}

/** The range that a file's name tells; undefined for any other file. */
export function rangeOf(partition: number, name: string): FileRange | undefined {
  const [, first, last, epoch] = NAME.exec(name) ?? [];
  if (first === undefined || last === undefined || epoch === undefined) return undefined;
  return {
    partition,
    epoch: Number(epoch),
    firstPosition: Number(first),
    lastPosition: Number(last),
  };
}

/** Where a file is written before it is whole: the same folder, so that a rename can't copy. */
export function temporaryOf(path: string, unique: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}.${path.slice(slash)}.${unique}.tmp`;
}

export const isTemporary = (name: string) => TEMPORARY.test(name);

/** Where a whole file is kept whose place is needed; nothing that reads the archive looks at it. */
export const asideOf = (path: string, unique: string) => `${path}.${unique}.orphan`;
