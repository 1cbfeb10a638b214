/**
 * Closes a socket with a last message that says why. What waits for it goes out first, so the last
 * message comes last; whoever does not read that in time is cut off without having heard it.
 */
import { BYES, type ByeReason } from '@trove/contracts';
import { WebSocket } from 'ws';
import { webSocketOf } from '../connections/webSocketOf.js';
import type { PlaySocket } from '../handlers/registerPlay.js';
import { DOOR_LIMITS } from '../limits.js';

/**
 * Answers false for a socket that is going already. The connection is closed and not the
 * namespace: clients come back from that by themselves.
 */
export function sayBye(socket: PlaySocket, reason: ByeReason): boolean {
  const { conn } = socket;
  if (conn.readyState !== 'open') return false;
  const connection = webSocketOf(conn.transport);
  socket.emit('bye', { reason, detail: BYES[reason] });
  conn.close();
  if (connection === undefined || connection.readyState === WebSocket.CLOSED) return true;
  const cut = setTimeout(() => connection.terminate(), DOOR_LIMITS.byeMs);
  cut.unref();
  connection.once('close', () => clearTimeout(cut));
  return true;
}
