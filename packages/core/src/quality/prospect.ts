/** What would become of a replay, told from what is known now and without sending anything. */
import { type LiveHunt, type QuarantineEntry, timeOfEventId } from '@trove/contracts';
import { phaseAt } from '../game/phases.js';
import { idTimeProblem } from '../pipeline/idTimeProblem.js';
import type { Replayable } from './judgeEntry.js';

/** `parked`: nothing was accepted under its id. `counted`: something was. `unknown`: neither. */
export type Standing = 'parked' | 'counted' | 'unknown';

/**
 * `counts`: its id is parked, it counts once whatever its age. `judged`: nobody knows its id, which
 * is young enough to be judged as any event's. `repeats`: its id was counted, so it is a duplicate
 * or a conflict. `closed`: it would count, but its hunt is paused or ended and gives nothing.
 * The rest can't be sent: `late` for its age, `unvouched` because the door never saw whether its
 * sender had the right, `no_hunt` because there is none.
 */
export const PROSPECTS = [
  ...(['counts', 'judged', 'repeats', 'closed', 'late', 'unvouched', 'no_hunt'] as const),
];
export type Prospect = (typeof PROSPECTS)[number];

/** What is known of the hunt and of the id at this moment. */
export interface Outlook {
  readonly live: LiveHunt | undefined;
  readonly standing: Standing;
  readonly nowMs: number;
}

export function prospectOf(
  entry: QuarantineEntry,
  { event }: Replayable,
  { live, standing, nowMs }: Outlook,
): Prospect {
  if (live === undefined) return 'no_hunt';
  if (standing === 'counted') return 'repeats';
  if (standing === 'unknown') {
    const problem =
      live.clock === 'events' ? undefined : idTimeProblem(timeOfEventId(event.id), nowMs);
    if (problem === 'id_too_old') return 'late';
    // The door parks what its sender may say; of what it refused without parking nobody knows it.
    if (entry.stage === 'door' && entry.code !== 'unknown_hunt') return 'unvouched';
  }
  if (phaseAt(live, nowMs) !== 'live') return 'closed';
  return standing === 'parked' ? 'counts' : 'judged';
}

/** Why an event that is not sent stays where it is. */
export function wordsOfProspect(prospect: Prospect, hunt: string): string {
  switch (prospect) {
    case 'late':
      return 'Its id is too old for anybody to know whether it was counted: it would be late.';
    case 'unvouched':
      return 'Nobody knows whether it was counted before, or whether its sender had the right.';
    case 'no_hunt':
      return `No hunt named ${hunt} is published.`;
    case 'closed':
      return `The hunt ${hunt} is not live: it would be closed, for no points.`;
    default:
      return 'It can be sent.';
  }
}

/** Whether an event of this prospect is sent; what is not stays in quarantine. */
export function isSent(prospect: Prospect, allowsClosed: boolean): boolean {
  if (prospect === 'closed') return allowsClosed;
  return prospect === 'counts' || prospect === 'judged' || prospect === 'repeats';
}
