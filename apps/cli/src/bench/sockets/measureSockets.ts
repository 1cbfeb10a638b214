/** What sockets cost a door: memory, the way of a board to all of them, results among them. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { FailedError } from '../../exits.js';
import { readResident } from '../cpuTimes.js';
import { BENCH } from '../limits.js';
import { type RunningStack, startStack } from '../startStack.js';
import { playerTokens } from './playerTokens.js';
import type { SocketsMessage, SocketsReport, SocketsResult, SocketsTask } from './shapes.js';

const HOLDER = fileURLToPath(new URL('./holder.js', import.meta.url));

/** On a fresh installation. Throws `FailedError` when a socket is closed or a board stays away. */
export async function measureSockets(isQuick: boolean): Promise<SocketsReport> {
  const stack = await startStack('disk');
  try {
    return await measure(stack, isQuick);
  } finally {
    await stack.stop();
  }
}

async function measure(stack: RunningStack, isQuick: boolean): Promise<SocketsReport> {
  const { sockets } = BENCH;
  const { url, secret, pids } = stack;
  const [hunt] = stack.hunts;
  const [source] = stack.sources;
  if (hunt === undefined || source === undefined) throw new FailedError('nothing to measure with');
  const players = await playerTokens({ secret, hunt, players: sockets.count, perTeam: 4 });
  const { changes, results } = isQuick ? sockets.quick : sockets;
  const before = await readResident(pids.ingest);
  const held = hold({ url, hunt, source, players, changes, results });
  await held.ready;
  const after = await readResident(pids.ingest);
  const result = await held.go();
  return {
    connections: players.length,
    kbPerConnection: Math.round((after - before) / players.length / 102.4) / 10,
    doorMb: Math.round(after / 1e6),
    ...result,
  };
}

/** Starts the holder; `ready` when it has all its sockets, and `go` lets it measure. */
function hold(task: SocketsTask): { ready: Promise<unknown>; go(): Promise<SocketsResult> } {
  const child = fork(HOLDER, { stdio: ['ignore', 2, 2, 'ipc'] });
  child.send(task);
  const ended = once(child, 'exit').then(([code]) => {
    throw new FailedError(`the holder of the sockets ended with ${code}`);
  });
  const ready = Promise.race([nextOf(child), ended]);
  return {
    ready,
    async go() {
      const done = nextOf(child);
      child.send('go');
      const message = await Promise.race([done, ended]);
      if (message.phase !== 'done') throw new FailedError('the holder of the sockets lost its way');
      return message.result;
    },
  };
}

async function nextOf(child: ChildProcess): Promise<SocketsMessage> {
  const [message] = (await once(child, 'message')) as [SocketsMessage];
  if (message.phase === 'failed') throw new FailedError(message.error);
  return message;
}
