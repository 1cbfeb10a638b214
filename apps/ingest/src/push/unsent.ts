/** How much waits for a socket. Socket.IO buffers without a bound and does not say how much. */
import type { PlaySocket } from '../handlers/registerPlay.js';

interface Buffering {
  /** What the connection has not been given yet, because it is still taking what came before. */
  readonly writeBuffer: { readonly length: number };
}

/** Messages that wait; none of a client that reads, once the door's turn is over. */
export function unsentOf({ conn }: Pick<PlaySocket, 'conn'>): number {
  return (conn as unknown as Buffering).writeBuffer.length;
}
