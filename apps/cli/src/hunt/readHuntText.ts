/** Reads a hunt file from disk within bounds: whatever else stands under its name is refused. */
import { type FileHandle, open, stat } from 'node:fs/promises';
import { HUNT_LIMITS } from '@trove/contracts';
import { FailedError, UsageError } from '../exits.js';

const CANNOT: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
};

/**
 * The text of a file of at most 1 MiB; never more than that is read. Rejects with UsageError where
 * there is no file to read, with FailedError where it can't be a hunt file.
 */
export async function readHuntText(file: string): Promise<string> {
  const cannot = (cause: NodeJS.ErrnoException) => {
    const why = CANNOT[cause.code ?? ''] ?? `it can not be opened (${cause.code})`;
    throw new UsageError(`${file} is no hunt file: ${why}`);
  };
  // Looked at before it is opened, because opening a pipe would wait for its writer.
  const stats = await stat(file).catch(cannot);
  if (stats.isDirectory()) throw new UsageError(`${file} is no hunt file: it is a directory`);
  if (!stats.isFile()) throw new UsageError(`${file} is no hunt file: it is not a regular file`);
  if (stats.size > HUNT_LIMITS.fileBytes) throw tooLarge(file, stats.size);
  const handle = await open(file, 'r').catch(cannot);
  try {
    return textOf(file, await readBounded(file, handle));
  } finally {
    await handle.close();
  }
}

async function readBounded(file: string, handle: FileHandle): Promise<Buffer> {
  // One byte more than is allowed, because a file can grow after it was measured.
  const bytes = Buffer.alloc(HUNT_LIMITS.fileBytes + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
    length += bytesRead;
    if (length > HUNT_LIMITS.fileBytes) throw tooLarge(file, length);
    if (bytesRead === 0) return bytes.subarray(0, length);
  }
}

function textOf(file: string, bytes: Buffer): string {
  if (bytes.includes(0)) throw refused(file, 'it is binary, or not in UTF-8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw refused(file, 'it is binary, or not in UTF-8');
  }
}

function tooLarge(file: string, size: number): FailedError {
  const bytes = size.toLocaleString('en-GB');
  const most = HUNT_LIMITS.fileBytes.toLocaleString('en-GB');
  return refused(file, `it has ${bytes} bytes, and a hunt file may have ${most}`);
}

function refused(file: string, why: string): FailedError {
  return new FailedError(`${file} is no hunt file: ${why}`);
}
