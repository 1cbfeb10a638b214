/**
 * What another Node process really holds in memory, by its inspector: resident memory also counts
 * garbage that was not collected yet, which of a fresh process is more than all its connections.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { FailedError } from '../../exits.js';

const TRIES = 50;
const BETWEEN_TRIES_MS = 100;
const ANSWER_MS = 30_000;
/** Finalizers of the first collection free what the second one finds. */
const COLLECTIONS = 2;
/** Declares no name: those of one evaluation stay for the next. */
const USED = '(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())';

interface Reply {
  readonly id?: number;
  readonly result?: { readonly result?: { readonly value?: unknown } };
}

/**
 * Bytes of its heap and of what is allocated for it outside, after full collections.
 *
 * @param port where its inspector listens once SIGUSR1 has asked it to
 */
export async function liveBytes(pid: number, port: number): Promise<number> {
  process.kill(pid, 'SIGUSR1');
  const socket = await opened(await inspectorAt(port));
  try {
    for (let done = 0; done < COLLECTIONS; done += 1) {
      await ask(socket, 'HeapProfiler.collectGarbage');
    }
    const { result } = await ask(socket, 'Runtime.evaluate', { expression: USED });
    const bytes = result?.result?.value;
    if (typeof bytes !== 'number') throw new FailedError('the door did not tell its memory');
    return bytes;
  } finally {
    socket.close();
  }
}

async function inspectorAt(port: number): Promise<string> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const targets = await fetch(`http://127.0.0.1:${port}/json/list`).then(
      (response) => response.json() as Promise<{ readonly webSocketDebuggerUrl: string }[]>,
      () => [],
    );
    const [target] = targets;
    if (target !== undefined) return target.webSocketDebuggerUrl;
    await sleep(BETWEEN_TRIES_MS);
  }
  throw new FailedError('the inspector of the door does not listen');
}

function opened(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}

let asked = 0;

function ask(socket: WebSocket, method: string, params: object = {}): Promise<Reply> {
  asked += 1;
  const id = asked;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new FailedError(`no answer to ${method}`)), ANSWER_MS);
    const listen = (data: Buffer) => {
      const reply = JSON.parse(data.toString()) as Reply;
      if (reply.id !== id) return;
      clearTimeout(timer);
      socket.off('message', listen);
      resolve(reply);
    };
    socket.on('message', listen);
    socket.send(JSON.stringify({ id, method, params }));
  });
}
