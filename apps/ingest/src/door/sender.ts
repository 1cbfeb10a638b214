/** What the door remembers of one sender between packets: its place after a `busy`, its rate. */
import type { DoorClaims } from '@trove/contracts';
import { DOOR_LIMITS } from '../limits.js';

export class Sender {
  /** Id of the first event of the batch that was told `busy`; later batches wait for it. */
  refusedAt: string | undefined;
  packetsInFlight = 0;
  private tokens: number = DOOR_LIMITS.playerBurst;
  private filledAtMs = 0;

  constructor(public claims: DoorClaims) {}

  /** Takes events from the player's bucket; milliseconds to wait when it is empty. */
  takeRate(events: number, nowMs: number): number | undefined {
    if (this.claims.kind === 'source') return undefined;
    const gained = ((nowMs - this.filledAtMs) / 1000) * DOOR_LIMITS.playerRate;
    this.tokens = Math.min(DOOR_LIMITS.playerBurst, this.tokens + gained);
    this.filledAtMs = nowMs;
    if (this.tokens >= events) {
      this.tokens -= events;
      return undefined;
    }
    return Math.ceil(((events - this.tokens) / DOOR_LIMITS.playerRate) * 1000);
  }
}
