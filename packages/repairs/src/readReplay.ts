/** Whether one entry can be sent, as it is or repaired by hand, and what would become of it. */
import type { LiveHunt, QuarantineEntry } from '@trove/contracts';
import { isOfOtherVersion, judgeEntry, judgeRepaired, type Prospect, reasonOf } from '@trove/core';
import { examineEntries, previewReplay, type Replay, type ReplayPreview } from '@trove/streams';
import type { RepairDeps } from './repairDeps.js';

export type ReplayReading =
  | {
      readonly isGood: true;
      readonly replay: Replay;
      readonly prospect: Prospect;
      /** The version of the rules that judges it now, when another refused it. */
      readonly otherVersion: number | undefined;
    }
  | {
      readonly isGood: false;
      readonly says: string;
      /** Of the field its contract refuses. */
      readonly path?: string | undefined;
      /** Whether it could be sent if a hunt that is not live were allowed. */
      readonly isClosed: boolean;
    };

export interface ReplayQuestion {
  readonly entry: QuarantineEntry;
  /** What somebody has made of the event; absent when it is sent as it came. */
  readonly text?: string | undefined;
  readonly allowsClosed: boolean;
}

export async function readReplay(
  deps: RepairDeps,
  { entry, text, allowsClosed }: ReplayQuestion,
): Promise<ReplayReading> {
  const now = { ...deps, nowMs: deps.nowMs() };
  const judge = (one: QuarantineEntry) =>
    text === undefined ? judgeEntry(one) : judgeRepaired(one, text);
  const [examined] = await examineEntries(now, [entry], judge);
  if (examined === undefined) throw new Error('an entry was not examined');
  const { judged, live, prospect } = examined;
  const says = reasonOf(examined, allowsClosed);
  if (judged.is !== 'good' || live === undefined || prospect === undefined || says !== undefined) {
    const path = judged.is === 'stays' ? judged.path : undefined;
    return { isGood: false, says: says ?? '', path, isClosed: prospect === 'closed' };
  }
  const replay = { ...judged.replayable, live };
  return { isGood: true, replay, prospect, otherVersion: otherVersionOf(entry, live) };
}

/** What the rules in force would say; undefined while they can't be asked. */
export async function foretell(
  { redis, hunts, keys }: RepairDeps,
  replay: Replay,
): Promise<ReplayPreview | undefined> {
  return await previewReplay(redis, replay, { hunts, ...(keys && { keys }) });
}

function otherVersionOf(entry: QuarantineEntry, live: LiveHunt): number | undefined {
  return isOfOtherVersion(entry, live) ? live.version : undefined;
}
