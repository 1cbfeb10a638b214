/**
 * Tells players when a hunt starts or closes by its time: no event says so, and nobody has to ask.
 * Each door knows the times from the directory and tells its own sockets, so that each hears it
 * once; what operators do is told by the log.
 */
import type { LiveHunt, ResultOffset } from '@trove/contracts';
import { turnedWithin } from '@trove/core';
import { DOOR_LIMITS } from '../limits.js';
import type { Rooms } from './pusher.js';
import { huntRoom } from './roomsOfCommit.js';

/** What it takes of a door. */
export interface PhaseClockDeps {
  readonly hunts: { list(): readonly LiveHunt[] };
  readonly backlog: { head(partition: number): ResultOffset };
  /** Microseconds on Redis's clock. */
  readonly clock: { nowUs(): number };
}

const SET_BACK_MS = 60_000;

export class PhaseClock {
  private readonly timer: NodeJS.Timeout;
  private lookedMs: number;

  constructor(
    private readonly door: PhaseClockDeps,
    private readonly rooms: Rooms,
  ) {
    this.lookedMs = door.clock.nowUs() / 1000;
    this.timer = setInterval(() => this.look(), DOOR_LIMITS.phaseLookMs);
    this.timer.unref();
  }

  /** Tells what has turned since the last look. */
  look(): void {
    const { door, rooms } = this;
    const span = { fromMs: this.lookedMs, toMs: door.clock.nowUs() / 1000 };
    // A clock that was set back a little tells nothing twice; one set back far goes on from there.
    if (span.toMs < span.fromMs - SET_BACK_MS) this.lookedMs = span.toMs;
    if (span.toMs <= span.fromMs) return;
    this.lookedMs = span.toMs;
    for (const live of door.hunts.list()) {
      const phase = live.clock === 'wall' ? turnedWithin(live, span) : undefined;
      if (phase === undefined || !rooms.has(huntRoom(live.slug))) continue;
      const place = door.backlog.head(live.partition);
      const told = { hunt: live.slug, phase, position: place.offset, bySchedule: true } as const;
      rooms.emit(huntRoom(live.slug), 'phase', { ...place, ...told });
    }
  }

  close(): void {
    clearInterval(this.timer);
  }
}
