/** Clients that hardly read: what waits for them must not hold anybody else up. */
import { setTimeout as pause } from 'node:timers/promises';
import { FailedError } from '../../exits.js';
import { openSlowSocket } from '../clients/slowSocket.js';
import { ANY_TARGET } from '../limits.js';
import { type Fault, lasting } from './fault.js';

const PER_SOURCE = 6;
const SPAN_MS = 8_000;
/** What doors may grow by at most: each closes sockets that leave too much unread. */
const MOST_GROWTH_BYTES = 256 * 1024 * 1024;

export const slowSockets: Fault = {
  name: 'F13',
  title: `${PER_SOURCE} sockets of every source that read 1 kB/s, for ${SPAN_MS / 1000} s`,
  target: ANY_TARGET,
  async strike({ installation, senders }) {
    const before = await doorMemory(installation);
    const opening = senders.flatMap((sender) =>
      Array.from({ length: PER_SOURCE }, (_, i) => {
        return openSlowSocket(installation.doors[i % installation.doors.length] ?? '', sender);
      }),
    );
    const sockets = await Promise.all(opening);
    const struck = await lasting(() => pause(SPAN_MS));
    const grown = (await doorMemory(installation)) - before;
    const unread = sockets.filter(({ read }) => read === 0).length;
    for (const socket of sockets) socket.close();
    if (unread > 0) throw new FailedError(`${unread} slow sockets were sent nothing at all`);
    if (grown > MOST_GROWTH_BYTES) throw new FailedError(`the doors have grown by ${grown} bytes`);
    return [struck];
  },
};

type Doors = Parameters<typeof slowSockets.strike>[0]['installation'];

async function doorMemory(installation: Doors): Promise<number> {
  const parts = installation.parts.filter((part) => part.startsWith('ingest-'));
  const sizes = await Promise.all(parts.map((part) => installation.memory(part)));
  return sizes.reduce((sum, size) => sum + size, 0);
}
