/**
 * What a client missed, in few messages: commits of a place and epoch that follow each other are
 * told together, at the offset of the last of them. A slow phone is not sent hundreds at once.
 */
import type { EventResult, ResultsPush } from '@trove/contracts';
import { DOOR_LIMITS } from '../limits.js';

interface Packed extends ResultsPush {
  offset: number;
  readonly results: EventResult[];
}

/** The same results in the same order; a single commit is never split. */
export function packMissed(pushes: readonly ResultsPush[]): readonly ResultsPush[] {
  const packed: Packed[] = [];
  for (const push of pushes) {
    const last = packed.at(-1);
    if (last === undefined || !fits(last, push)) {
      packed.push({ ...push, results: [...push.results] });
      continue;
    }
    last.offset = push.offset;
    last.results.push(...push.results);
  }
  return packed;
}

function fits(into: Packed, { partition, epoch, results }: ResultsPush): boolean {
  if (into.partition !== partition || into.epoch !== epoch) return false;
  return into.results.length + results.length <= DOOR_LIMITS.missedPerPush;
}
