/** Holds names for one tab by Web Locks, which end with the tab however it ends. */
import type { Release } from '../queue/playerStore.js';

/** Undefined while another tab has the name. */
export function holdByWebLocks(locks: LockManager, name: string): Promise<Release | undefined> {
  return new Promise((resolve, reject) => {
    locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock === null) return resolve(undefined);
        return new Promise<void>((release) => resolve(release));
      })
      .catch(reject);
  });
}
