/**
 * One client: a source that plays for some teams, one packet on the way at a time, and writes
 * down all it has sent. It can also make a storm of what it has sent before.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { makeEventId } from '@trove/player-sdk';
import type { SourceToken } from '../../bench/shapes.js';
import type { Random } from '../../simulate/random.js';
import { CHAOS } from '../limits.js';
import { Courier } from './courier.js';
import type { Sent } from './history.js';

/** How a client behaves; a fault may ask for odd behaviour. */
export interface Plan {
  /** Age of a new id in ms; below 0 it is ahead of the clock. */
  idAgeMs(random: Random): number;
  code(random: Random): string;
  /** How far the client's clock is ahead, ms. */
  readonly skewMs: number;
}

export const PLAIN: Plan = {
  idAgeMs: () => 0,
  code: (random) => codeOf(random.below(CHAOS.codes)),
  skewMs: 0,
};

/** Where a code should be, what no contract allows. */
const NO_CODE = 7;

/** Code number `index` of every hunt of a fault run. */
export function codeOf(index: number): string {
  return `CODE-${index}`;
}

export interface ClientOptions {
  readonly number: number;
  readonly sender: SourceToken;
  readonly doors: readonly string[];
  readonly hunts: readonly string[];
  readonly plan: Plan;
  readonly random: Random;
}

export class Client {
  /** Everything it has made, in the order in which it was first sent. */
  readonly history: Sent[] = [];
  /** Beside those: events that were sent while others were on the way. */
  readonly aside: Sent[] = [];
  /** Told how long each packet has waited for its answer, ms. */
  onAnswered: (tookMs: number) => void = () => undefined;
  private readonly courier: Courier;
  private readonly batches: (readonly Sent[])[] = [];
  private isPlaying = true;

  constructor(private readonly options: ClientOptions) {
    this.courier = this.newCourier();
  }

  get source(): string {
    return this.options.sender.source;
  }

  /** Index of the door it is at. */
  get door(): number {
    return this.courier.at;
  }

  get resent(): number {
    return this.courier.again;
  }

  /** Plays until `stop`; the last packet is settled before it resolves. */
  async play(): Promise<void> {
    while (this.isPlaying) {
      const batch = Array.from({ length: CHAOS.eventsPerBatch }, () => this.newEvent());
      this.history.push(...batch);
      const fromMs = performance.now();
      await this.courier.deliver(batch);
      this.onAnswered(performance.now() - fromMs);
      this.batches.push(batch);
      await pause(CHAOS.paceMs);
    }
    this.courier.close();
  }

  stop(): void {
    this.isPlaying = false;
  }

  /** Ends `play` at once, whatever is on the way. */
  giveUp(): void {
    this.stop();
    this.courier.giveUp();
  }

  /** Sends one more packet of events with ids of this age, and answers them. */
  async playOnce(ageMs: number): Promise<readonly Sent[]> {
    const batch = Array.from({ length: CHAOS.eventsPerBatch }, () => this.newEvent(ageMs));
    this.aside.push(...batch);
    await this.resend(batch);
    return batch;
  }

  /** Sends events again, unchanged, over a socket of its own. */
  async resend(events: readonly Sent[]): Promise<void> {
    const courier = this.newCourier();
    await courier.deliver(events);
    courier.close();
  }

  /** Sends every packet so far `times` more, packets and their events in any order. */
  async storm(times: number): Promise<void> {
    const { random } = this.options;
    const again = Array.from({ length: times }, () => this.batches.map((one) => one)).flat();
    const courier = this.newCourier();
    for (const batch of shuffled(again, random)) await courier.deliver(shuffled(batch, random));
    courier.close();
  }

  private newCourier(): Courier {
    const { sender, doors, number, plan } = this.options;
    return new Courier({ sender, doors, at: number % doors.length, skewMs: plan.skewMs });
  }

  private newEvent(ageMs = this.options.plan.idAgeMs(this.options.random)): Sent {
    const { hunts, number, plan, random, sender } = this.options;
    const madeAtMs = Date.now();
    const nowMs = madeAtMs + plan.skewMs;
    const idTimeMs = nowMs - ageMs;
    const id = makeEventId(idTimeMs);
    const hunt = random.pick(hunts);
    const team = `team-${number}-${random.below(CHAOS.teamsPerClient)}`;
    const player = `${team}-${random.below(CHAOS.playersPerTeam)}`;
    const code = plan.code(random);
    const isMalformed = random.chance(CHAOS.malformedShare);
    const data = { code: isMalformed ? NO_CODE : code };
    const type = 'code.scanned.v1';
    const time = new Date(nowMs).toISOString();
    const json = JSON.stringify({ id, type, time, hunt, player, team, data });
    const { source } = sender;
    const said = { ack: undefined, isAcked: false, refusedAs: undefined };
    const counts = { carried: 0, taken: 0, refused: 0 };
    const made = { id, source, hunt, player, team, code, idTimeMs, madeAtMs, json, isMalformed };
    return { ...made, ...said, ...counts };
  }
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const list = [...items];
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}
