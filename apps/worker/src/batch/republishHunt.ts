/**
 * The handler of `republish-hunt`: recomputes what was played of a hunt by a new version, and has
 * it swapped in by one event of the hunt's log. All it knows of the run is in PostgreSQL. Until the
 * event is appended nothing has changed, and whoever takes the run up begins anew; from then on the
 * log decides, and the run is only seen through.
 */
import { EpochMoved, RecordFault } from '@trove/backtest';
import type { JobPayload } from '@trove/contracts';
import type { ClaimedRepublication, HeldRun, RepublicationStore } from '@trove/db';
import { BATCH_LIMITS } from './limits.js';
import { LetGo, type Republishing, type RepublishingDeps } from './republishing.js';

export interface RepublishHuntDeps extends RepublishingDeps {
  readonly runs: RepublicationStore;
  /** Names whoever is at a run, and what it stages; a UUID, a new one for each job. */
  newHolder(): string;
  /** What one claim takes from its beginning to its end. */
  begin(run: HeldRun, claimed: ClaimedRepublication): Republishing;
  /** True for errors that pass by themselves: the run is taken up again. */
  readonly isPassing: (error: unknown) => boolean;
}

export function createRepublishHunt(deps: RepublishHuntDeps) {
  const { runs, signal } = deps;
  return async ({ run: id }: JobPayload<'republish-hunt'>): Promise<void> => {
    const run = { id, holder: deps.newHolder() };
    const claimed = await runs.claim(run, BATCH_LIMITS.heldMs);
    if (claimed === undefined) return;
    const work = deps.begin(run, claimed);
    const fail = async (says: string) => {
      await work.drop();
      const end = { state: 'failed', says: says.slice(0, BATCH_LIMITS.saysChars) } as const;
      await runs.end(id, { ...end, holder: run.holder });
    };
    if (claimed.tries > BATCH_LIMITS.tries && claimed.event === undefined) {
      await fail(`It was begun ${BATCH_LIMITS.tries} times, and each time its process ended.`);
      return;
    }
    try {
      await work.run();
    } catch (error) {
      const isPassing = error instanceof EpochMoved || deps.isPassing(error);
      if (signal.aborted || (isPassing && !work.isSwapping)) await runs.giveBack(run);
      else if (error instanceof LetGo) await work.drop();
      // What is being swapped stands in the log: whoever comes after this holder sees it through.
      else if (!work.isSwapping) await fail(error instanceof Error ? error.message : String(error));
      const isTold = error instanceof RecordFault && !work.isSwapping;
      if (!(error instanceof LetGo || isTold || isPassing)) throw error;
    }
  };
}
