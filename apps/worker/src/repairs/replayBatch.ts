/**
 * One batch of a run: judged by the contract and the hunts of now, noted as pending, sent, and
 * noted with what became of it. Of several entries of one event the first is sent, and the others
 * wait for what becomes of it. Every step may be the last of this process: what is pending is
 * found again by whoever goes on, and an event that is sent twice is a repeat of itself.
 */
import type { EventResult, QuarantineEntry, RepairRun } from '@trove/contracts';
import {
  type Examined,
  isOfOtherVersion,
  judgeEntry,
  type RepairPlan,
  type Replayable,
  reasonOf,
} from '@trove/core';
import type { HeldEntry, QuarantineCareStore, RepairStore, Settlement } from '@trove/db';
import type { Replay } from '@trove/streams';
import { RUN_LIMITS } from './limits.js';
import type { ReplayLog } from './replayLog.js';
import { keyOf, lookAtPending, onePerEvent, settlementOf } from './settlePending.js';

export interface BatchDeps {
  readonly log: ReplayLog;
  readonly runs: Pick<RepairStore, 'begin'>;
  readonly care: Pick<QuarantineCareStore, 'settle'>;
}

export interface Batch {
  readonly run: RepairRun;
  readonly plan: RepairPlan;
  readonly held: readonly HeldEntry[];
}

export interface BatchEnd {
  readonly sent: number;
  /** Entries whose outcome is known now, or that stay. */
  readonly settled: number;
}

interface Sendable {
  readonly entry: QuarantineEntry;
  readonly replay: Replay;
}

export async function replayBatch(deps: BatchDeps, batch: Batch): Promise<BatchEnd> {
  const { run, plan } = batch;
  const held = onePerEvent(batch.held);
  const pending = held.filter(({ entry }) => entry.replay?.outcome === 'pending');
  const look = await lookAtPending(deps.log, pending);
  const isPending = new Set(pending);
  const fresh = [...look.lost, ...held.filter((one) => !isPending.has(one)).map(entryOf)];
  const examined = await deps.log.examine(fresh, (entry) => judgeEntry(entry, plan));
  const settlements: Settlement[] = [...look.settled];
  const sendable: Sendable[] = [];
  for (const one of examined) {
    const says = staysBecause(one, run.allowsClosed);
    if (says === undefined) sendable.push(sendableOf(one));
    else settlements.push({ ...placeOf(one.entry), stays: says });
  }
  let settled = settlements.length > 0 ? await deps.care.settle(settlements) : 0;
  let sent = 0;
  for (const group of byPartition(sendable)) {
    const end = await sendGroup(deps, run, group);
    sent += end.sent;
    settled += end.settled;
  }
  return { sent, settled };
}

/** Sends what the run still holds of one partition, and waits for what becomes of it. */
async function sendGroup(
  { log, runs, care }: BatchDeps,
  { id }: RepairRun,
  group: readonly Sendable[],
): Promise<BatchEnd> {
  const partition = group[0]?.replay.live.partition ?? 0;
  const nextId = await log.place(partition);
  const begun = await runs.begin(
    id,
    group.map(({ entry, replay }) => ({
      ...placeOf(entry),
      afterId: nextId,
      repaired: textOf(replay),
    })),
  );
  const afterIds = new Map(begun.map((one) => [nameOf(one), one.afterId]));
  const sending = group.filter(({ entry }) => afterIds.has(nameOf(entry)));
  if (sending.length === 0) return { sent: 0, settled: 0 };
  await log.append(sending.map(({ replay }) => replay));
  const wanted = new Map(
    sending.map(({ entry }) => [keyOf(entry), afterIds.get(nameOf(entry)) ?? nextId]),
  );
  const { waitMs } = RUN_LIMITS;
  const results = await log.results({ partition, wanted, waitMs });
  const settlements = sending.flatMap(({ entry }) => settlementsOf(entry, results));
  const settled = settlements.length > 0 ? await care.settle(settlements) : 0;
  return { sent: sending.length, settled };
}

function settlementsOf(entry: QuarantineEntry, results: ReadonlyMap<string, EventResult>) {
  const outcome = results.get(keyOf(entry))?.outcome;
  return outcome === undefined ? [] : [settlementOf(entry, outcome)];
}

/** Why an entry is not sent; undefined when it is. */
function staysBecause(examined: Examined, allowsClosed: boolean): string | undefined {
  const { entry, judged, live } = examined;
  if (judged.is === 'unmatched') return 'The condition is not true of it.';
  const says = reasonOf(examined, allowsClosed);
  if (says === undefined || !isOfOtherVersion(entry, live)) return says;
  return `${says} Version ${live?.version} of the rules is in force now, ${entry.huntVersion} was.`;
}

function sendableOf({ entry, judged, live }: Examined): Sendable {
  if (judged.is !== 'good' || live === undefined) throw new Error('an entry without its hunt');
  const replayable: Replayable = judged.replayable;
  return { entry, replay: { ...replayable, live } };
}

function byPartition(sendable: readonly Sendable[]): Sendable[][] {
  const groups = new Map<number, Sendable[]>();
  for (const one of sendable) {
    const { partition } = one.replay.live;
    groups.set(partition, [...(groups.get(partition) ?? []), one]);
  }
  return [...groups.values()];
}

function textOf({ repaired }: Replay): string | undefined {
  return repaired === undefined ? undefined : JSON.stringify(repaired);
}

const entryOf = ({ entry }: HeldEntry) => entry;
const placeOf = ({ stream, streamId }: QuarantineEntry) => ({ stream, streamId });
const nameOf = ({ stream, streamId }: { stream: string; streamId: string }) =>
  `${stream}:${streamId}`;
