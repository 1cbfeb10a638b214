/**
 * Lets clients go when the door stops. An open socket, of whatever namespace, would keep its
 * server from closing until the process is ended by force.
 */
import type { Server } from 'socket.io';
import { DOOR_LIMITS } from './limits.js';

/**
 * Answers what has been taken, then closes every socket and takes no more. What comes in between
 * has no answer, and its sender sends it again at another door.
 */
export async function letGo({ engine }: Server, waitingEvents: () => number): Promise<void> {
  const end = performance.now() + DOOR_LIMITS.settleMs;
  do await new Promise(setImmediate);
  while (waitingEvents() > 0 && performance.now() < end);
  engine.opts.allowRequest = (_request, answer) => answer('the door is closing', false);
  engine.close();
}
