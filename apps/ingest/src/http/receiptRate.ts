/** How many receipts a player may ask for: looking for one that is not there reads a lot. */

import { isWithin } from '@trove/streams';
import { DOOR_LIMITS } from '../limits.js';

export class ReceiptRate {
  private readonly asked = new Map<string, { count: number; sinceMs: number }>();

  /** Counts one; milliseconds to wait when there were too many. */
  take(player: string, nowMs: number): number | undefined {
    const { receiptsPerWindow, receiptWindowMs, rememberedSenders } = DOOR_LIMITS;
    const found = this.asked.get(player);
    if (found === undefined || !isWithin(found.sinceMs, nowMs, receiptWindowMs)) {
      if (this.asked.size >= rememberedSenders) this.asked.clear();
      this.asked.set(player, { count: 1, sinceMs: nowMs });
      return undefined;
    }
    if (found.count >= receiptsPerWindow) return found.sinceMs + receiptWindowMs - nowMs;
    found.count += 1;
    return undefined;
  }
}
