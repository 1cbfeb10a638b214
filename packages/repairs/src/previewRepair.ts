/** What a repair of many would do: every entry is judged as its run would, and none is sent. */
import { type QuarantineFilter, REPAIR_LIMITS } from '@trove/contracts';
import { judgeEntry, type RepairPlan, type RepairPreview, RepairTally } from '@trove/core';
import type { QuarantineKey } from '@trove/db';
import { examineEntries } from '@trove/streams';
import { entryPages } from './entryPages.js';
import type { RepairDeps } from './repairDeps.js';

export interface RepairQuestion {
  readonly filter: QuarantineFilter;
  readonly plan: RepairPlan;
  readonly allowsClosed: boolean;
  /** No entry that came later than this, ms: what is started is what was shown. */
  readonly untilMs: number;
}

export interface RepairOutlook {
  readonly preview: RepairPreview;
  /** The entries that match, the oldest first. */
  readonly keys: readonly QuarantineKey[];
  /** Whether the filter holds more entries than one repair takes. */
  readonly isCut: boolean;
}

export async function previewRepair(
  deps: RepairDeps,
  { filter, plan, allowsClosed, untilMs }: RepairQuestion,
): Promise<RepairOutlook> {
  const tally = new RepairTally(allowsClosed);
  const keys: QuarantineKey[] = [];
  const most = REPAIR_LIMITS.entries;
  const query = { ...filter, state: 'open', untilMs, isOldestFirst: true, most } as const;
  let looked = 0;
  for await (const page of entryPages(deps.db, query)) {
    looked += page.length;
    const now = { ...deps, nowMs: deps.nowMs() };
    const examined = await examineEntries(now, page, (entry) => judgeEntry(entry, plan));
    for (const one of examined) {
      tally.add(one);
      const { stream, streamId } = one.entry;
      if (one.judged.is !== 'unmatched') keys.push({ stream, streamId });
    }
  }
  return { preview: tally.preview(), keys, isCut: looked >= most };
}
