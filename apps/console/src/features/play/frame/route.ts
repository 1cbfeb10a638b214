/**
 * Which screen of the player is shown, as the address's fragment says: the phone's own back key
 * goes from a clue to the list, and reopening leads where the player was.
 */
import { useSyncExternalStore } from 'react';

const SCREENS = ['clues', 'map', 'scan', 'board', 'team', 'messages', 'sent'] as const;
export type Screen = (typeof SCREENS)[number];

export type Route =
  | { readonly screen: Screen }
  | { readonly screen: 'clue'; readonly clue: string };

/** @param fragment as `#/clue/old-pier`; what is unknown leads to the clues */
export function readRoute(fragment: string): Route {
  const [screen = '', clue] = fragment.replace(/^#\/?/, '').split('/');
  if (screen === 'clue' && clue !== undefined && clue !== '') {
    return { screen: 'clue', clue: decodeURIComponent(clue) };
  }
  return { screen: SCREENS.find((known) => known === screen) ?? 'clues' };
}

export function hrefOf(route: Route): string {
  if (route.screen === 'clue') return `#/clue/${encodeURIComponent(route.clue)}`;
  return route.screen === 'clues' ? '#/' : `#/${route.screen}`;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  window.addEventListener('popstate', listener);
  return () => {
    window.removeEventListener('hashchange', listener);
    window.removeEventListener('popstate', listener);
  };
}

export function useRoute(): Route {
  const fragment = useSyncExternalStore(
    subscribe,
    () => window.location.hash,
    () => '',
  );
  return readRoute(fragment);
}
