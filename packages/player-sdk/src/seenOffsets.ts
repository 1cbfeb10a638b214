/**
 * How far the results of each hunt have been seen, so that a push that comes twice after a
 * reconnect is dropped and a resume can name where it stood.
 */
import type { ResultOffset, ResultsPush } from '@trove/contracts';

/** Hunts whose offsets are kept; beyond it the one longest untouched is forgotten. */
const HUNTS_KEPT = 1_000;

export interface SeenOffsets {
  /** True once per push: false when a push of this or a later offset was seen before. */
  isNew(push: ResultsPush): boolean;
  /** Where to resume: known only while all results came from one hunt. */
  last(): ResultOffset | undefined;
  /** Starts from an offset kept by an earlier session. */
  restore(hunt: string, offset: ResultOffset): void;
}

/**
 * Offsets grow with each commit of a partition. A source may have hunts in several partitions
 * whose offsets cannot be compared, so they are kept by hunt: all results of a hunt come from
 * one partition, and one commit pushes to a room once.
 */
export function createSeenOffsets(): SeenOffsets {
  const byHunt = new Map<string, ResultOffset>();

  function keep(hunt: string, offset: ResultOffset): void {
    byHunt.delete(hunt);
    byHunt.set(hunt, offset);
    if (byHunt.size <= HUNTS_KEPT) return;
    const oldest = byHunt.keys().next().value;
    if (oldest !== undefined) byHunt.delete(oldest);
  }

  return {
    isNew({ epoch, offset, results }) {
      const first = results[0]?.hunt;
      if (first === undefined) return false;
      const seen = byHunt.get(first);
      if (seen !== undefined && !isAfter({ epoch, offset }, seen)) return false;
      let previous: string | undefined;
      for (const { hunt } of results) {
        if (hunt !== previous) keep(hunt, { epoch, offset });
        previous = hunt;
      }
      return true;
    },
    last() {
      return byHunt.size === 1 ? byHunt.values().next().value : undefined;
    },
    restore: keep,
  };
}

function isAfter(one: ResultOffset, other: ResultOffset): boolean {
  return one.epoch === other.epoch ? one.offset > other.offset : one.epoch > other.epoch;
}
