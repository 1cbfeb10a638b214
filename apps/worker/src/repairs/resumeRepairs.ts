/**
 * The handler of `resume-repairs`: sees that somebody is at every run that has not ended, and
 * finds out what became of replays that stayed pending outside of runs.
 */
import type { QuarantineCareStore, RepairReads } from '@trove/db';
import type { ReplayLog } from './replayLog.js';
import { lookAtPending } from './settlePending.js';

export interface ResumeRepairsDeps {
  readonly log: ReplayLog;
  readonly reads: Pick<RepairReads, 'running'>;
  readonly care: Pick<QuarantineCareStore, 'pending' | 'settle'>;
  /** Adds the run's job, unless it waits or runs already. */
  wake(run: string): Promise<void>;
}

export function createResumeRepairs({ log, reads, care, wake }: ResumeRepairsDeps) {
  return async (): Promise<void> => {
    for (const run of await reads.running()) await wake(run);
    const pending = await care.pending();
    if (pending.length === 0) return;
    const { settled, lost } = await lookAtPending(log, pending);
    const free = lost.map(({ stream, streamId }) => ({
      ...{ stream, streamId },
      stays: 'Its replay did not reach the log.',
    }));
    if (settled.length + free.length > 0) await care.settle([...settled, ...free]);
  };
}
