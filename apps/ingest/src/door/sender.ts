/** What the door remembers of one sender: its place after a `busy`, and what is under way. */
import type { DoorClaims } from '@trove/contracts';
import { isWithin } from '@trove/streams';
import { DOOR_LIMITS } from '../limits.js';
import { Turns } from './turns.js';

/** The batch that was told `busy` first: later ones wait until it comes again. */
interface Hold {
  /** Id of the batch's first event. */
  readonly id: string;
  /** Number of the packet, in the order in which packets came. */
  readonly arrival: number;
  readonly sinceMs: number;
}

/** A sender that gave the batch up is not held for ever. */
function isHeld({ sinceMs }: Hold, nowMs: number): boolean {
  return isWithin(sinceMs, nowMs, DOOR_LIMITS.holdMs);
}

export class Sender {
  private hold: Hold | undefined;
  private arrivals = 0;
  /** Packets without an answer yet; with it, what may wait for its turn is bounded. */
  packetsInFlight = 0;
  /** In which its packets are put on the log. */
  readonly turns = new Turns();
  /** Questions of this connection without an answer yet. */
  questions = 0;
  /** Results before this place of its partition were not pushed to this connection. */
  hearsSince = 0;

  /** @param key the API key it came with; signed tokens say all there is to know themselves */
  constructor(
    public claims: DoorClaims,
    public key?: string | undefined,
  ) {}

  /** Numbers a packet; undefined when an earlier refused one must come first. */
  admit(firstId: string, nowMs: number): number | undefined {
    const { hold } = this;
    if (hold !== undefined && hold.id !== firstId && isHeld(hold, nowMs)) return undefined;
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
    this.hold = { id: firstId, arrival: packet.arrival, sinceMs: packet.nowMs };
  }
}
