/** A hunt file that somebody has chosen on their machine, as text. */
import { HUNT_LIMITS } from '@trove/contracts/hunt-limits';

export type ReadHuntFile =
  | { readonly isRead: true; readonly name: string; readonly text: string }
  | { readonly isRead: false; readonly says: string };

const MEGABYTE = 1024 * 1024;

/** What no hunt file can be is told before it is read, let alone sent. */
export async function readHuntFile(file: File): Promise<ReadHuntFile> {
  const { name, size } = file;
  const most = HUNT_LIMITS.fileBytes;
  if (size > most) {
    // Rounded up, so that a file just above the bound does not seem to be as large as it.
    const found = Math.ceil((size / MEGABYTE) * 10) / 10;
    const says = `${name} has ${found} MB; a hunt file has at most ${most / MEGABYTE} MB.`;
    return { isRead: false, says: `${says} Nothing was read.` };
  }
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return { isRead: false, says: `${name} can’t be read.` };
  return { isRead: true, name, text };
}
