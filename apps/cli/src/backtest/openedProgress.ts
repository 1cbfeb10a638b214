/** A progress bar whose end is learnt only with the first part. */
import type { Output, ProgressLine } from '../output.js';

export interface OpenedProgress {
  update(done: number, total: number): void;
  stop(): void;
}

export function openedProgress(output: Output, what: string): OpenedProgress {
  let line: ProgressLine | undefined;
  return {
    update(done, total) {
      line ??= output.progress(what, total);
      line.update(done);
    },
    stop: () => line?.stop(),
  };
}
