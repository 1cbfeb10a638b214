/** Guessing join codes is made slow: so many wrong ones from one address, then a minute's wait. */

import { isWithin } from '@trove/streams';
import { addressKey } from '../connections/addressOf.js';

const MOST = 20;
const WINDOW_MS = 60_000;
const MAX_ADDRESSES = 50_000;

export class WrongCodes {
  private readonly counts = new Map<string, { wrong: number; sinceMs: number }>();

  isBlocked(address: string, nowMs: number): boolean {
    const found = this.counts.get(addressKey(address));
    return found !== undefined && isWithin(found.sinceMs, nowMs, WINDOW_MS) && found.wrong >= MOST;
  }

  count(address: string, nowMs: number): void {
    const found = this.counts.get(addressKey(address));
    if (found !== undefined && isWithin(found.sinceMs, nowMs, WINDOW_MS)) {
      found.wrong += 1;
      return;
    }
    if (this.counts.size >= MAX_ADDRESSES) this.counts.clear();
    this.counts.set(addressKey(address), { wrong: 1, sinceMs: nowMs });
  }
}
