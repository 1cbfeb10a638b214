/** The load generator's process: does one task that its parent sends, and answers its counts. */
import { batchLoad } from './batchLoad.js';
import { overloadLoad, singleLoad } from './pacedLoad.js';
import type { LoadMessage, LoadTask } from './shapes.js';

const LOADS = { batch: batchLoad, single: singleLoad, overload: overloadLoad };

function say(message: LoadMessage): void {
  process.send?.(message);
}

process.once('message', (task: LoadTask) => {
  LOADS[task.kind](task, say).then(
    (result) => {
      process.send?.({ phase: 'done', result } satisfies LoadMessage, () => process.disconnect());
    },
    (error: unknown) => {
      const text = error instanceof Error ? error.message : String(error);
      process.send?.({ phase: 'failed', error: text } satisfies LoadMessage, () =>
        process.disconnect(),
      );
    },
  );
});
