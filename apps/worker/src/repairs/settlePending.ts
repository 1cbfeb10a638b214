/**
 * Finds what became of replays whose outcome nobody has noted: a worker or a console stopped
 * between sending and noting, or the log was slow. What never reached the log is free again.
 */
import type { Outcome, QuarantineEntry } from '@trove/contracts';
import { type Examined, judgeEntry, judgeRepaired, stateAfter } from '@trove/core';
import type { HeldEntry, Settlement } from '@trove/db';
import { replayKey } from '@trove/streams';
import { RUN_LIMITS } from './limits.js';
import type { ReplayLog } from './replayLog.js';

export interface PendingLook {
  readonly settled: readonly Settlement[];
  /** These never reached the log. */
  readonly lost: readonly QuarantineEntry[];
  /** These are on their way. */
  readonly waiting: readonly QuarantineEntry[];
}

export async function lookAtPending(
  log: ReplayLog,
  pending: readonly HeldEntry[],
): Promise<PendingLook> {
  const settled: Settlement[] = [];
  const lost: QuarantineEntry[] = [];
  const waiting: QuarantineEntry[] = [];
  for (const [partition, group] of await groupsOf(log, onePerEvent(pending))) {
    const wanted = new Map(group.map(({ entry, afterId = '0-0' }) => [keyOf(entry), afterId]));
    const results = await log.results({ partition, wanted, waitMs: 0 });
    const decided = await decidedOf(log, partition, group);
    // What was decided between the two looks has its result by now.
    const late = decided.size === 0 ? results : await log.results({ partition, wanted, waitMs: 0 });
    for (const { entry } of group) {
      const key = keyOf(entry);
      const outcome = (results.get(key) ?? late.get(key))?.outcome;
      if (outcome !== undefined) settled.push(settlementOf(entry, outcome));
      else if (decided.has(key)) lost.push(entry);
      else waiting.push(entry);
    }
  }
  return { settled, lost, waiting };
}

export function settlementOf(
  { stream, streamId }: Pick<QuarantineEntry, 'stream' | 'streamId'>,
  outcome: Outcome,
): Settlement {
  return { stream, streamId, outcome, state: stateAfter(outcome) };
}

/**
 * The first entry of each event: of several only one at a time is sent and looked for, since what
 * tells their results apart is that one stands behind the other.
 */
export function onePerEvent(held: readonly HeldEntry[]): readonly HeldEntry[] {
  const firsts = new Map<string, HeldEntry>();
  for (const one of held) {
    const key = keyOf(one.entry);
    if (!firsts.has(key)) firsts.set(key, one);
  }
  return [...firsts.values()];
}

/** By partition; an entry whose hunt is gone has no log to be in and is left to wait. */
async function groupsOf(log: ReplayLog, pending: readonly HeldEntry[]) {
  const entries = pending.map(({ entry }) => entry);
  const examined = await log.examine(entries, judgedAsSent);
  const groups = new Map<number, HeldEntry[]>();
  examined.forEach(({ live }: Examined, i) => {
    const held = pending[i];
    if (live === undefined || held === undefined) return;
    const { partition } = live;
    const group = groups.get(partition) ?? [];
    groups.set(partition, [...group, held]);
  });
  return groups;
}

/** As it was replayed, whatever was thought of the entry then: only its hunt is asked for. */
function judgedAsSent({ care, ...entry }: QuarantineEntry) {
  const repaired = care?.repaired;
  return repaired === undefined ? judgeEntry(entry) : judgeRepaired(entry, repaired);
}

/** Those whose place in the log has been decided, whether or not they stand there. */
async function decidedOf(
  log: ReplayLog,
  partition: number,
  group: readonly HeldEntry[],
): Promise<ReadonlySet<string>> {
  const decided = new Set<string>();
  for (const { entry } of group) {
    const arrivedMs = (entry.replay?.at ?? 0) + RUN_LIMITS.arrivalMs;
    if (await log.isDecidedUntil(partition, arrivedMs)) decided.add(keyOf(entry));
  }
  return decided;
}

export function keyOf({ eventId, source }: QuarantineEntry): string {
  return replayKey(eventId, source);
}
