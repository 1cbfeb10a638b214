/**
 * Which partition may write a file while little waits: after each one all rest, and then whoever
 * has had no turn for longest comes first. Without turns the partition that is looked at first
 * would take every moment between two rests. Pure: time comes as an argument, in milliseconds.
 */
import { isWithin } from '@trove/streams';
import { ARCHIVER_LIMITS } from './limits.js';

const { everyMs, restPerWork } = ARCHIVER_LIMITS;
/** How long after a rest only the first in turn goes: each is looked at twice. */
const IN_TURN_MS = 2 * everyMs;
/** One that was not looked at for so long is another worker's just now. */
const GONE_MS = 5 * everyMs;

interface Turn {
  readonly lookedMs: number;
  /** When it last wrote, or had nothing to write. */
  readonly servedMs: number;
}

export interface Work {
  readonly beganMs: number;
  readonly endedMs: number;
  readonly files: number;
}

export class ArchiveTurns {
  private readonly turns = new Map<number, Turn>();
  private rest = { sinceMs: 0, forMs: 0 };

  /** Asked whenever a partition is looked at. */
  mayWrite(partition: number, nowMs: number): boolean {
    const servedMs = servedBefore(nowMs, this.turns.get(partition));
    this.turns.set(partition, { lookedMs: nowMs, servedMs });
    const { sinceMs, forMs } = this.rest;
    if (isWithin(sinceMs, nowMs, forMs)) return false;
    if (!isWithin(sinceMs, nowMs, forMs + IN_TURN_MS)) return true;
    for (const turn of this.turns.values()) {
      const isFirst = servedBefore(nowMs, turn) < servedMs;
      if (isFirst && isWithin(turn.lookedMs, nowMs, GONE_MS)) return false;
    }
    return true;
  }

  /** The rest is that of one file, however many a pressed run has written. */
  served(partition: number, { beganMs, endedMs, files }: Work): void {
    this.turns.set(partition, { lookedMs: endedMs, servedMs: endedMs });
    if (files === 0) return;
    const workMs = Math.max(0, endedMs - beganMs) / files;
    this.rest = { sinceMs: endedMs, forMs: workMs * restPerWork };
  }
}

/** Whoever was served later than now was so before the clock was put back: long ago. */
function servedBefore(nowMs: number, turn: Turn | undefined): number {
  return turn === undefined || turn.servedMs > nowMs ? 0 : turn.servedMs;
}
