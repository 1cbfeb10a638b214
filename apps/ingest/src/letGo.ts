/**
 * Lets clients go when the door stops. An open socket, of whatever namespace, would keep its
 * server from closing until the process is ended by force.
 */
import { BYES } from '@trove/contracts';
import type { Server } from 'socket.io';
import type { PlayNamespace } from './handlers/registerPlay.js';
import { DOOR_LIMITS } from './limits.js';

/**
 * Answers what has been taken, then tells every socket to go and closes it. What comes in between
 * has no answer, and its sender sends it again at another door.
 */
export async function letGo(
  { engine }: Server,
  play: PlayNamespace,
  waitingEvents: () => number,
): Promise<void> {
  const end = performance.now() + DOOR_LIMITS.settleMs;
  do await new Promise(setImmediate);
  while (waitingEvents() > 0 && performance.now() < end);
  play.emit('bye', { reason: 'closing', detail: BYES.closing });
  engine.close();
}
