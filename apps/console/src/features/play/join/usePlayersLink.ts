/** The link under which players reach a hunt, as this browser sees the console. */
import { useSyncExternalStore } from 'react';
import { invitationLink } from './invitation';

function subscribeToNothing(): () => void {
  return () => {};
}

/** Without its origin until the browser has taken over from the server. */
export function usePlayersLink(slug: string, code?: string): string {
  const origin = useSyncExternalStore(
    subscribeToNothing,
    () => window.location.origin,
    () => '',
  );
  return invitationLink({ origin, slug, code });
}
