/**
 * Fetches, once there is nothing better to do, what screens load only when they need it: without
 * it a clue that is opened without a signal would have no text. Not where the phone saves data.
 */
import { useEffect } from 'react';

interface Thrifty {
  readonly connection?: { readonly saveData?: boolean };
}

const PATIENCE_MS = 5_000;

export function useWarmUp(): void {
  useEffect(() => {
    if ((navigator as Navigator & Thrifty).connection?.saveData === true) return;
    const warm = () => {
      const parts = [import('../find/markdownTree'), import('../scan/decodeFrame')];
      // Without a signal they are fetched when they are needed, or come from the worker.
      void Promise.allSettled(parts);
    };
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(warm, PATIENCE_MS);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(warm, { timeout: PATIENCE_MS });
    return () => cancelIdleCallback(handle);
  }, []);
}
