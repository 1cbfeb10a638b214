/**
 * Stands before Socket.IO at the server's upgrades: what is refused here has cost a request's head
 * and nothing more. The answer is HTTP, with a status and a time, as no socket is there yet.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Problem } from '@trove/contracts';
import { addressKey } from './addressOf.js';
import type { Connections } from './connections.js';

export interface GuardDeps {
  readonly connections: Connections;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly nowMs: () => number;
  onRefused(problem: Problem): void;
}

type Listener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Puts itself before those who listen to upgrades by now. */
export function guardUpgrades(server: Server, deps: GuardDeps): void {
  const { connections } = deps;
  const listeners = server.listeners('upgrade') as Listener[];
  server.removeAllListeners('upgrade');
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (socket.destroyed) return;
    const address = addressKey(deps.addressOf(request));
    const refused = connections.take(address, deps.nowMs());
    if (refused !== undefined) {
      deps.onRefused(refused.problem);
      answer(socket, refused.problem);
      return;
    }
    socket.once('close', () => connections.leave(address));
    for (const listener of listeners) listener.call(server, request, socket, head);
  });
}

/** Answers and closes; whoever does not read the answer is closed all the same. */
function answer(socket: Duplex, problem: Problem): void {
  const body = JSON.stringify(problem);
  const seconds = Math.ceil((problem.retryAfterMs ?? 0) / 1000);
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.code}`,
    'Connection: close',
    `Retry-After: ${seconds}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  // The peer may be gone already, which is as good as an answer.
  socket.on('error', () => undefined);
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
