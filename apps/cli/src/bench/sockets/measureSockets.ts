/** What sockets cost a door: memory, the way of a board to all of them, results among them. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { FailedError } from '../../exits.js';
import { readResident } from '../cpuTimes.js';
import { BENCH } from '../limits.js';
import { type RunningStack, startStack } from '../startStack.js';
import { liveBytes } from './liveBytes.js';
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
  const { url, secret, pids, inspector } = stack;
  const [hunt] = stack.hunts;
  const [source] = stack.sources;
  if (hunt === undefined || source === undefined) throw new FailedError('nothing to measure with');
  const players = await playerTokens({ secret, hunt, players: sockets.count, perTeam: 4 });
  const { changes, results } = isQuick ? sockets.quick : sockets;
  const live = () => liveBytes(pids.ingest, inspector);
  const held = hold({ url, hunt, source, players, changes, results });
  await held.first;
  const before = await live();
  await held.openAll();
  const after = await live();
  const doorMb = Math.round((await readResident(pids.ingest)) / 1e6);
  const result = await held.measure();
  const kb = (after - before) / (players.length - sockets.first) / 1_024;
  return {
    connections: players.length,
    kbPerConnection: Math.round(kb * 10) / 10,
    doorMb,
    ...result,
  };
}

interface Held {
  /** Resolves when the first sockets are open. */
  readonly first: Promise<unknown>;
  openAll(): Promise<unknown>;
  measure(): Promise<SocketsResult>;
}

/** Starts the holder of the sockets. */
function hold(task: SocketsTask): Held {
  const child = fork(HOLDER, { stdio: ['ignore', 2, 2, 'ipc'] });
  child.send(task);
  const ended = once(child, 'exit').then(([code]) => {
    throw new FailedError(`the holder of the sockets ended with ${code}`);
  });
  const next = () => Promise.race([nextOf(child), ended]);
  const goOn = () => {
    const answer = next();
    child.send('go on');
    return answer;
  };
  return {
    first: next(),
    openAll: goOn,
    async measure() {
      const message = await goOn();
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
