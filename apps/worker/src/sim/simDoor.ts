/**
 * A door as the protocol wants one, over the port of the log: it refuses by the id's own time and
 * by contract, parks what it refuses, gathers what comes meanwhile into one append, and answers
 * only what was appended. A crash loses everything it had not answered.
 */
import { type EventLog, idTimeProblem, type LoggedEvent, timeOfIdentity } from '@trove/core';
import type { TestClock } from '@trove/testkit';
import { SimulatedCrash } from './seededScheduler.js';

export type SimAck = 'appended' | 'late' | 'invalid';

export interface SimEvent {
  readonly event: LoggedEvent;
  /** Breaks its contract: the door refuses it. */
  readonly isBad: boolean;
}

export type Packet = readonly SimEvent[];

export interface SimDoorDeps {
  readonly log: EventLog;
  readonly clock: TestClock;
  readonly park: (event: LoggedEvent) => void;
}

interface Waiting {
  readonly events: readonly LoggedEvent[];
  readonly answer: () => void;
}

export class SimDoor {
  /** Events received, and what became of them. Those of a crash were never answered. */
  readonly counts = { received: 0, appended: 0, refused: 0, crashed: 0 };
  private waiting: Waiting[] = [];
  private isFlushing = false;

  constructor(private readonly deps: SimDoorDeps) {}

  /** Nothing is under way. */
  get isIdle(): boolean {
    return !this.isFlushing && this.waiting.length === 0;
  }

  /** `answer` is called once, or never when the door dies before. */
  receive(packet: Packet, answer: (acks: readonly SimAck[]) => void): void {
    const acks = packet.map((one) => this.check(one));
    const events = packet.flatMap(({ event }, i) => (acks[i] === 'appended' ? [event] : []));
    this.counts.received += packet.length;
    this.counts.refused += packet.length - events.length;
    const answerAll = () => answer(acks);
    if (events.length === 0) answerAll();
    else this.waiting.push({ events, answer: answerAll });
    void this.flush();
  }

  private check({ event, isBad }: SimEvent): SimAck {
    const nowMs = this.deps.clock.nowUs() / 1000;
    const problem = idTimeProblem(timeOfIdentity(event.identity), nowMs);
    if (problem === 'id_too_old') return 'late';
    if (problem !== undefined) return 'invalid';
    if (!isBad) return 'appended';
    this.deps.park(event);
    return 'invalid';
  }

  private async flush(): Promise<void> {
    if (this.isFlushing) return;
    this.isFlushing = true;
    while (this.waiting.length > 0) await this.append(this.waiting.splice(0));
    this.isFlushing = false;
  }

  private async append(lane: readonly Waiting[]): Promise<void> {
    const events = lane.flatMap((one) => one.events);
    try {
      await this.deps.log.append({ partition: 0, door: 'door', events });
      this.counts.appended += events.length;
      for (const { answer } of lane) answer();
    } catch (error) {
      if (!(error instanceof SimulatedCrash)) throw error;
      const lost = [...lane, ...this.waiting.splice(0)];
      this.counts.crashed += lost.reduce((sum, one) => sum + one.events.length, 0);
    }
  }
}
