/** The WebSocket under a transport of Engine.IO; only websockets are served. */
import { WebSocket } from 'ws';

/** Undefined for a transport that is something else. */
export function webSocketOf(transport: object): WebSocket | undefined {
  const socket = 'socket' in transport ? transport.socket : undefined;
  return socket instanceof WebSocket ? socket : undefined;
}
