/** What `events:send` carries when its packet was scanned: columns instead of objects. */
import type { ScannedPacket } from './packetScanner.js';

export class ScannedMessage {
  /**
   * @param text the JSON that was scanned: the message's name, then the packet
   * @param scanMs how long that took
   */
  constructor(
    readonly packet: ScannedPacket,
    private readonly text: string,
    readonly scanMs: number,
  ) {}

  /** The packet as any parser would give it. */
  parse(): unknown {
    const [, packet] = JSON.parse(this.text) as [string, unknown];
    return packet;
  }
}
