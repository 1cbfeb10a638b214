/**
 * Follows a page's life: as it goes away its unsent events are handed to the browser, and when
 * page or network come back the player connects at once.
 */
import type { Player } from '../player.js';

export interface PageParts {
  readonly window: Pick<Window, 'addEventListener' | 'removeEventListener'>;
  readonly document: Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>;
}

/** Attaches the player until the answer is called. */
export function attachToPage(
  player: Pick<Player, 'beacon' | 'wake'>,
  { window, document }: PageParts = globalThis,
): () => void {
  const goes = () => void player.beacon();
  const wakes = () => player.wake();
  // Phones end hidden pages without another word, so that hiding is the last safe moment.
  const turns = () => (document.visibilityState === 'hidden' ? goes() : wakes());
  window.addEventListener('pagehide', goes);
  window.addEventListener('online', wakes);
  document.addEventListener('visibilitychange', turns);
  return () => {
    window.removeEventListener('pagehide', goes);
    window.removeEventListener('online', wakes);
    document.removeEventListener('visibilitychange', turns);
  };
}
