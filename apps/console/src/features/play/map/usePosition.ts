/**
 * The phone's last known position, the same for all screens, as long as it is young. It is watched
 * only while the map is shown: a cold battery is empty soon enough.
 */
import { type LocationFault, watchLocation } from '@trove/player-sdk/browser';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { PLAY_LIMITS } from '../client/limits';
import { type Fix, fixOf, wordsOfFault } from './position';

let last: Fix | undefined;
const listeners = new Set<() => void>();

let ageing: ReturnType<typeof setTimeout> | undefined;

function note(fix: Fix): void {
  clearTimeout(ageing);
  ageing = setTimeout(() => tell(undefined), PLAY_LIMITS.positionShownMs);
  tell(fix);
}

function tell(fix: Fix | undefined): void {
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
export function useWatchedPosition(isWatched: boolean) {
  const { position } = usePosition();
  const [fault, setFault] = useState<LocationFault>();
  useEffect(() => {
    if (!isWatched) return;
    setFault(undefined);
    return watchLocation({
      onLocation(_located, found) {
        setFault(undefined);
        note(fixOf(found));
      },
      onFault: setFault,
      everyMs: PLAY_LIMITS.positionEveryMs,
    });
  }, [isWatched]);
  return { position, says: isWatched && fault !== undefined ? wordsOfFault(fault) : undefined };
}
