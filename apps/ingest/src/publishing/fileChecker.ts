/**
 * Checks hunt files in a thread of its own: the largest take seconds, and players' events come in
 * by this one. The thread comes with a file and goes when there has been none for a while.
 */
import { constants } from 'node:os';
import type { CheckedFile, PublicationFile } from '@trove/publishing';
import { Piscina } from 'piscina';

const THREAD = new URL('./checkThread.js', import.meta.url);
/** Files that may wait for the one at hand; each is as large as a file may be. */
const WAITING = 8;
/** Longest time one file may take before its thread is given up. */
const CHECK_MS = 30_000;
/** Longer than a designer takes to mend a file: to come up costs more than most files do. */
const IDLE_MS = 600_000;
/**
 * Where cores are scarce the door's own thread goes first. Elsewhere than on Linux this would be
 * the priority of the whole process, and hold up the door too.
 */
const NICE = process.platform === 'linux' ? constants.priority.PRIORITY_LOW : 0;

export class FileChecker {
  private readonly pool = new Piscina<PublicationFile, CheckedFile>({
    filename: THREAD.href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    niceIncrement: NICE,
  });

  /** Undefined while too many others wait. Rejects when it takes too long. */
  async check(file: PublicationFile): Promise<CheckedFile | undefined> {
    if (this.pool.queueSize >= WAITING) return undefined;
    return await this.pool.run(file, { signal: AbortSignal.timeout(CHECK_MS) });
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }
}
