/** Where the SDK keeps what it could not send yet: beside everything else of the hunt. */
import type { PlayerStorage } from '@trove/player-sdk';
import { createStore, get, set } from 'idb-keyval';

export function queueStorage(slug: string): PlayerStorage {
  const shelf = createStore('trove-play-queue', 'unsent');
  return {
    read: () => get<string>(slug, shelf),
    write: (text) => set(slug, text, shelf),
  };
}
