/** What keeps the archive from writing, in words for the one who has to mend it. */

/** The folder can't be written now: the disk is full, read-only or not ours. It may pass. */
export class ArchiveFault extends Error {
  override readonly name: string = 'ArchiveFault';
}

/** The rows of one file do not fit into the memory that making it may take: take fewer. */
export class TooLargeFault extends ArchiveFault {
  override readonly name = 'TooLargeFault';
}

const OUT_OF_MEMORY = /Out of Memory/;

const WORDS: readonly (readonly [pattern: RegExp, says: string])[] = [
  [/ENOSPC|No space left on device/, 'the disk is full'],
  [/EDQUOT|Disk quota exceeded/, 'the quota of the disk is used up'],
  [/EROFS|Read-only file system/, 'the file system is read-only'],
  [/EACCES|EPERM|Permission denied|Operation not permitted/, 'the folder is not writable'],
  [/ENOENT|No such file or directory/, 'the folder is missing'],
  [/ENOTDIR|Not a directory/, 'a file stands where the folder should be'],
  [/EIO|Input\/output error/, 'the disk reports errors'],
];

/** A fault in words when the error is the disk's; any other error as it is. */
export function asFault(error: unknown, folder: string): unknown {
  if (error instanceof ArchiveFault) return error;
  const text = error instanceof Error ? `${codeOf(error)} ${error.message}` : String(error);
  if (OUT_OF_MEMORY.test(text)) {
    return new TooLargeFault('a file needs more memory than it may take', { cause: error });
  }
  const known = WORDS.find(([pattern]) => pattern.test(text));
  if (known === undefined) return error;
  return new ArchiveFault(`${known[1]} (${folder})`, { cause: error });
}

const codeOf = (error: Error) => String((error as { code?: unknown }).code ?? '');
