/** Turns the drafts of a chunk into changes, and names the buckets of ids that floors passed. */
import { WIRE_LIMITS } from '@trove/contracts';
import type { HuntDraft } from '../game/huntDraft.js';
import type { HuntChange } from './decision.js';
import { bucketOf } from './work.js';

const { dedupWindowMs, dedupBucketMs } = WIRE_LIMITS;

/** The window, one full bucket of grace, and the 5 minutes an id may be ahead, in buckets. */
const MAX_DROPPED = Math.ceil(dedupWindowMs / dedupBucketMs) + 3;

export function huntChanges(drafts: Iterable<HuntDraft>): HuntChange[] {
  const changes: HuntChange[] = [];
  for (const draft of drafts) {
    changes.push({
      slug: draft.base.slug,
      version: draft.version,
      hash: draft.hash,
      phase: draft.phase,
      startsMs: draft.startsMs,
      frozenAtMs: draft.frozenAtMs,
      startedAtMs: draft.startedAtMs,
      maxTimeMs: draft.maxTimeMs,
      ids: draft.ids,
      watermarkMs: draft.watermarkMs,
      lastPlayMs: draft.lastPlayMs,
      floorMs: draft.floorMs,
      solved: draft.solved,
      teamsMade: draft.teamsMade,
      wrongAnswers: draft.wrongAnswers === draft.base.wrongAnswers ? undefined : draft.wrongAnswers,
      statuses: draft.statuses === draft.base.statuses ? undefined : draft.statuses,
      broadcasts: draft.broadcasts === draft.base.broadcasts ? undefined : draft.broadcasts,
      opened: draft.opened === draft.base.opened ? undefined : draft.opened,
      frozenScores: draft.frozenScores,
      solves: draft.solves,
      firsts: draft.firsts,
      dropBuckets: bucketsBetween(draft.base.floorMs, draft.floorMs),
      memory: draft.memory.change(draft.rules?.clues.length ?? 0),
      watches: draft.watch.changed,
    });
  }
  return changes;
}

/**
 * The buckets that an event of now drops where nothing has happened in a hunt since its floor was
 * raised. Empty while there may be younger ones.
 */
export function passedBuckets(floorMs: number, nowMs: number): readonly number[] {
  const passed = bucketsBetween(floorMs, bucketOf(nowMs - dedupWindowMs - dedupBucketMs));
  return passed.length < MAX_DROPPED ? [] : passed;
}

function bucketsBetween(fromMs: number, toMs: number): number[] {
  if (fromMs === 0 || toMs <= fromMs) return [];
  const buckets: number[] = [];
  const last = Math.min(toMs, fromMs + MAX_DROPPED * dedupBucketMs);
  for (let start = fromMs; start < last; start += dedupBucketMs) buckets.push(start);
  return buckets;
}
