/** Turns the drafts of a chunk into changes, and moves each hunt's floor of remembered ids. */
import { WIRE_LIMITS } from '@trove/contracts';
import type { HuntDraft } from '../game/drafts.js';
import type { HuntChange } from './decision.js';

const { dedupWindowMs, dedupBucketMs } = WIRE_LIMITS;

/** The window, one full bucket of grace, and the 5 minutes an id may be ahead, in buckets. */
const MAX_DROPPED = Math.ceil(dedupWindowMs / dedupBucketMs) + 3;

export function huntChanges(drafts: Iterable<HuntDraft>, appliedMs: number): HuntChange[] {
  const changes: HuntChange[] = [];
  for (const draft of drafts) {
    const floorMs = draft.rules?.clock === 'wall' ? floorAt(appliedMs) : draft.floorMs;
    const dropBuckets = bucketsBetween(draft.floorMs, floorMs);
    changes.push({
      slug: draft.base.slug,
      version: draft.version,
      hash: draft.hash,
      phase: draft.phase,
      startedAtMs: draft.startedAtMs,
      maxTimeMs: draft.maxTimeMs,
      ids: draft.ids,
      floorMs: Math.max(floorMs, draft.floorMs),
      solved: draft.solved,
      solves: draft.solves,
      firsts: draft.firsts,
      dropBuckets,
      memory: draft.memory.change(draft.rules?.clues.length ?? 0),
    });
  }
  return changes;
}

/** A bucket is dropped only one full bucket after the window by applied time. */
function floorAt(appliedMs: number): number {
  const edge = appliedMs - dedupWindowMs - dedupBucketMs;
  return Math.max(0, edge - (edge % dedupBucketMs));
}

function bucketsBetween(fromMs: number, toMs: number): number[] {
  if (fromMs === 0 || toMs <= fromMs) return [];
  const buckets: number[] = [];
  const last = Math.min(toMs, fromMs + MAX_DROPPED * dedupBucketMs);
  for (let start = fromMs; start < last; start += dedupBucketMs) buckets.push(start);
  return buckets;
}
