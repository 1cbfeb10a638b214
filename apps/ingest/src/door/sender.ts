/** What the door remembers of one sender: its place after a `busy`, and what is under way. */
import type { DoorClaims } from '@trove/contracts';
import { DOOR_LIMITS } from '../limits.js';

/** The batch that was told `busy` first: later ones wait until it comes again. */
interface Hold {
  /** Id of the batch's first event. */
  readonly id: string;
  /** Number of the packet, in the order in which packets came. */
  readonly arrival: number;
  /** A sender that gave the batch up is not held for ever. */
  readonly untilMs: number;
}

export class Sender {
  private hold: Hold | undefined;
  private arrivals = 0;
  packetsInFlight = 0;
  /** Questions of this connection without an answer yet. */
  questions = 0;
  /** Results before this place of its partition were not pushed to this connection. */
  hearsSince = 0;

  constructor(public claims: DoorClaims) {}

  /** Numbers a packet; undefined when an earlier refused one must come first. */
  admit(firstId: string, nowMs: number): number | undefined {
    const { hold } = this;
    if (hold !== undefined && hold.id !== firstId && nowMs < hold.untilMs) return undefined;
    this.hold = undefined;
    this.arrivals += 1;
    return this.arrivals;
  }

  /**
   * A packet was told `busy`. Of several that were under way together the earliest counts,
   * whichever answer came first.
   */
  refused(firstId: string, packet: { arrival: number; nowMs: number }): void {
    if (this.hold !== undefined && this.hold.arrival <= packet.arrival) return;
    const untilMs = packet.nowMs + DOOR_LIMITS.holdMs;
    this.hold = { id: firstId, arrival: packet.arrival, untilMs };
  }
}
