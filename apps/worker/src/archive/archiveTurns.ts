/**
 * Which partition may write a file while little waits: after each one all rest, and then whoever
 * has had no turn for longest comes first. Without turns the partition that is looked at first
 * would take every moment between two rests. Pure: time comes as an argument, in milliseconds.
 */
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
  private restsUntilMs = 0;

  /** Asked whenever a partition is looked at. */
  mayWrite(partition: number, nowMs: number): boolean {
    const servedMs = this.turns.get(partition)?.servedMs ?? 0;
    this.turns.set(partition, { lookedMs: nowMs, servedMs });
    if (nowMs < this.restsUntilMs) return false;
    if (nowMs >= this.restsUntilMs + IN_TURN_MS) return true;
    for (const turn of this.turns.values()) {
      if (turn.servedMs < servedMs && nowMs - turn.lookedMs < GONE_MS) return false;
    }
    return true;
  }

  /** The rest is that of one file, however many a pressed run has written. */
  served(partition: number, { beganMs, endedMs, files }: Work): void {
    this.turns.set(partition, { lookedMs: endedMs, servedMs: endedMs });
    if (files > 0) this.restsUntilMs = endedMs + ((endedMs - beganMs) / files) * restPerWork;
  }
}
