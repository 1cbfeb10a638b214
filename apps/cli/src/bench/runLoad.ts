/** Starts the generator as a process of its own and waits for its counts. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { FailedError } from '../exits.js';
import type { LoadMessage, LoadResult, LoadTask } from './shapes.js';

const GENERATOR = fileURLToPath(new URL('./generator.js', import.meta.url));

/** @param onPhase told when the measured span begins and when it ends */
export function runLoad(
  task: LoadTask,
  onPhase: (phase: 'measuring' | 'measured') => void,
): Promise<LoadResult> {
  const child = fork(GENERATOR, { stdio: ['ignore', 2, 2, 'ipc'] });
  child.send(task);
  return new Promise((resolve, reject) => {
    child.on('message', (message: LoadMessage) => {
      if (message.phase === 'done') resolve(message.result);
      else if (message.phase === 'failed') reject(new FailedError(message.error));
      else onPhase(message.phase);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new FailedError(`the generator ended with ${code}`)));
  });
}
