/**
 * What the checks that hunts ask for take in one pass over a chunk. All events are counted and one
 * in so many is timed: looking at the clock twice costs about as much as the checks themselves.
 */
import { type AskHunt, askHunt } from '@trove/core';
import { DRAIN_LIMITS } from './limits.js';

export interface AskedEvents {
  /** Microseconds of all of them together, as the timed ones tell. */
  readonly askUs: number;
  /** Events that were asked, by hunt. */
  readonly asked: ReadonlyMap<string, number>;
}

export class AskTimer {
  private readonly asked = new Map<string, number>();
  private events = 0;
  private timed = 0;
  private timedMs = 0;

  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  readonly ask: AskHunt = (asking) => {
    const { hunt } = asking.event;
    this.asked.set(hunt, (this.asked.get(hunt) ?? 0) + 1);
    const isTimed = this.events % DRAIN_LIMITS.askedForOneTimed === 0;
    this.events += 1;
    return isTimed ? this.time(asking) : askHunt(asking);
  };

  private time(asking: Parameters<AskHunt>[0]): ReturnType<AskHunt> {
    const startMs = this.nowMs();
    const answer = askHunt(asking);
    this.timedMs += this.nowMs() - startMs;
    this.timed += 1;
    return answer;
  }

  read(): AskedEvents {
    const { asked, events, timed, timedMs } = this;
    return { asked, askUs: timed === 0 ? 0 : (timedMs * 1_000 * events) / timed };
  }
}
