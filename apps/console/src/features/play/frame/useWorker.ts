/**
 * Puts the service worker in place, and tells it what this page was made of. Not while developing:
 * files of `next dev` change under their names.
 */
import { useEffect } from 'react';
import { isDevelopment } from '../../../mode/env';

const WORKER = '/playWorker.js';
const SCOPE = '/play';

export function useWorker(): void {
  useEffect(() => {
    if (isDevelopment() || !('serviceWorker' in navigator)) return;
    // A browser that refuses has the hunt as long as there is a signal.
    void register().catch(() => undefined);
  }, []);
}

async function register(): Promise<void> {
  const { serviceWorker } = navigator;
  await serviceWorker.register(WORKER, { scope: SCOPE });
  const { active } = await serviceWorker.ready;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const named = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  const files = [...new Set([...loaded, ...named.map(({ href }) => href)])];
  active?.postMessage({ keep: { page: window.location.pathname, files } });
}
