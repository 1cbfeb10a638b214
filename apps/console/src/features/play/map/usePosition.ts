/**
 * The phone's last known position, the same for all screens. It is watched only while the map is
 * shown: a cold battery is empty soon enough.
 */
import { watchLocation } from '@trove/player-sdk/browser';
import { useEffect, useSyncExternalStore } from 'react';
import { PLAY_LIMITS } from '../client/limits';
import { type Fix, fixOf } from './position';

let last: Fix | undefined;
const listeners = new Set<() => void>();

function note(fix: Fix): void {
  last = fix;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePosition() {
  const position = useSyncExternalStore(
    subscribe,
    () => last,
    () => undefined,
  );
  return { position, note };
}

/** Follows the phone while it is asked to, which the player has agreed to by asking. */
export function useWatchedPosition(isWatched: boolean): Fix | undefined {
  const { position } = usePosition();
  useEffect(() => {
    if (!isWatched) return;
    // The map stays without a position; whoever asks for one is told why there is none.
    return watchLocation({
      onLocation: (_located, found) => note(fixOf(found)),
      everyMs: PLAY_LIMITS.positionEveryMs,
    });
  }, [isWatched]);
  return position;
}
