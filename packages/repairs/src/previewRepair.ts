/** What a repair of many would do: every entry is judged as its run would, and none is sent. */
import { type QuarantineExtent, type QuarantineFilter, REPAIR_LIMITS } from '@trove/contracts';
import {
  type Examined,
  judgeEntry,
  type RepairPlan,
  type RepairPreview,
  RepairTally,
} from '@trove/core';
import { type QuarantineKey, quarantineReads } from '@trove/db';
import { examineEntries, type Replay } from '@trove/streams';
import { entryPages } from './entryPages.js';
import { REPAIRS_LIMITS } from './limits.js';
import type { RepairDeps } from './repairDeps.js';

export interface RepairQuestion {
  readonly filter: QuarantineFilter;
  readonly plan: RepairPlan;
  readonly allowsClosed: boolean;
  /** What was shown, so that no more is started; without it whatever is there now. */
  readonly extent?: QuarantineExtent | undefined;
}

export interface RepairOutlook {
  readonly preview: RepairPreview;
  /** The entries that match, the oldest first. */
  readonly keys: readonly QuarantineKey[];
  /** The first that would be sent, without those that only repeat. */
  readonly first: readonly Replay[];
  /** What was looked at. */
  readonly extent: QuarantineExtent;
  /** Whether the filter holds more entries than one repair takes. */
  readonly isCut: boolean;
}

export async function previewRepair(
  deps: RepairDeps,
  { filter, plan, allowsClosed, extent: shown }: RepairQuestion,
): Promise<RepairOutlook> {
  const tally = new RepairTally(allowsClosed);
  const keys: QuarantineKey[] = [];
  const first: Replay[] = [];
  const extent = shown ?? (await quarantineReads(deps.db).extent());
  const most = REPAIR_LIMITS.entries;
  const query = { ...filter, state: 'open', extent, isOldestFirst: true, most } as const;
  let looked = 0;
  for await (const page of entryPages(deps.db, query)) {
    looked += page.length;
    const now = { ...deps, nowMs: deps.nowMs() };
    const examined = await examineEntries(now, page, (entry) => judgeEntry(entry, plan));
    for (const one of examined) {
      const prospect = tally.add(one);
      const isCounted = prospect !== undefined && prospect !== 'repeats';
      if (isCounted && first.length < REPAIRS_LIMITS.foretold) first.push(...replayOf(one));
      const { stream, streamId } = one.entry;
      if (one.judged.is !== 'unmatched') keys.push({ stream, streamId });
    }
  }
  return { preview: tally.preview(), keys, first, extent, isCut: looked >= most };
}

function replayOf({ judged, live }: Examined): Replay[] {
  return judged.is === 'good' && live !== undefined ? [{ ...judged.replayable, live }] : [];
}
