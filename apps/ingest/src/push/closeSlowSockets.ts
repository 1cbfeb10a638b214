/**
 * Socket.IO buffers without a bound for a client that does not read. Closing such a socket costs
 * nobody anything: it comes back with its last offset and gets what it missed, or a snapshot.
 */
import { WebSocket } from 'ws';
import type { PlayNamespace } from '../handlers/registerPlay.js';
import { DOOR_LIMITS } from '../limits.js';

const LOOK_MS = 500;

/** Looks at every socket now and then; `onClose` is told of each that is closed. */
export function closeSlowSockets(play: PlayNamespace, onClose: () => void): { close(): void } {
  const timer = setInterval(() => {
    for (const socket of play.sockets.values()) {
      if (unreadBytes(socket.conn.transport) <= DOOR_LIMITS.socketBacklogBytes) continue;
      onClose();
      socket.disconnect(true);
    }
  }, LOOK_MS);
  timer.unref();
  return { close: () => clearInterval(timer) };
}

/** Bytes the transport could not hand to the kernel yet; only websockets are served. */
function unreadBytes(transport: object): number {
  const socket = 'socket' in transport ? transport.socket : undefined;
  return socket instanceof WebSocket ? socket.bufferedAmount : 0;
}
