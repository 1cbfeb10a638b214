/** The process that holds the sockets: does one task that its parent sends, and answers figures. */
import { once } from 'node:events';
import type { SocketsMessage, SocketsTask } from './shapes.js';
import { socketsLoad } from './socketsLoad.js';

function say(message: SocketsMessage): Promise<void> {
  return new Promise((resolve) => process.send?.(message, () => resolve()));
}

async function onHeld(): Promise<void> {
  await say({ phase: 'held' });
  await once(process, 'message');
}

process.once('message', (task: SocketsTask) => {
  socketsLoad(task, onHeld)
    .then(
      (result) => say({ phase: 'done', result }),
      (error: unknown) => {
        const text = error instanceof Error ? error.message : String(error);
        return say({ phase: 'failed', error: text });
      },
    )
    .finally(() => process.disconnect());
});
