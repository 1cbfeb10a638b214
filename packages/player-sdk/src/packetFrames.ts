/** Another form of packets on the wire than JSON; `/msgpack` has one. */
import type { EventPacket } from '@trove/contracts';

export interface PacketFrames {
  /** One packet for itself: it may be lost or sent twice without harm to others. */
  encode(packet: EventPacket): Uint8Array;
}
