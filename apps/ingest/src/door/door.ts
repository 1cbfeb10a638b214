/**
 * Takes a packet in: checks every event, puts the good ones on the log, the bad ones in
 * quarantine, and answers only when both stand where a crash can't take them. A packet is told
 * `busy` as a whole, so that sending it again repeats nothing that was done.
 */
import { type Ack, type DoorClaims, type Problem, problem, type SendReply } from '@trove/contracts';
import type { Identities, MetricsCollector, Quarantining } from '@trove/streams';
import type { Tracing } from '@trove/telemetry';
import { DOOR_LIMITS } from '../limits.js';
import type { EventRates, Refusal } from '../rates/eventRates.js';
import type { Appender } from './appender.js';
import { isReservedSource, type PacketContext } from './checkEvent.js';
import type { HuntsView } from './huntsView.js';
import { type Checked, type Incoming, readIncoming } from './incoming.js';
import type { Pressure } from './pressure.js';
import { refuseWhole, type WholePacket } from './refuseWhole.js';
import type { Sender } from './sender.js';
import { settle } from './settle.js';
import type { Sorted } from './sortEvents.js';

export interface DoorDeps {
  readonly appender: Appender;
  readonly hunts: HuntsView;
  readonly identities: Identities;
  readonly metrics: MetricsCollector;
  readonly pressure: Pick<Pressure, 'retryAfterMs' | 'retryRefusalsAfterMs'>;
  readonly rates: EventRates;
  /** Absent while traces are off. */
  readonly tracing?: Tracing | undefined;
  /** Whether a photo's id was made for this hunt, team and clue. */
  isOwnPhoto: PacketContext['isOwnPhoto'];
  /** Resolves once the records stand in the quarantine stream. */
  quarantine(refused: readonly Quarantining[]): Promise<void>;
  /** Microseconds on Redis's clock. */
  nowUs(): number;
  onError(error: unknown, what: string): void;
}

export interface Packet {
  readonly value: unknown;
  readonly transport: 'socket' | 'http';
  /** The sender's own bytes of each event, where there are any. */
  readonly bytes?: readonly string[];
  readonly receivedAtUs: number;
}

interface Unreadable extends Pick<Packet, 'transport'> {
  readonly claims: DoorClaims;
  readonly error: Problem;
}

type RefusedReply = Extract<SendReply, { ok: false }>;

/** A packet on its way to the log. */
interface Coming {
  readonly packet: Packet;
  readonly incoming: Incoming;
  readonly sender: Sender;
}

interface Admitted extends Coming {
  /** Number of the packet, in the order in which its sender's came. */
  readonly arrival: number;
}

/** A packet whose turn is over: its answer may take longer. */
interface Begun {
  readonly reply: SendReply | Promise<SendReply>;
}

export class Door {
  constructor(private readonly deps: DoorDeps) {}

  /** Never rejects for what a packet contains; every fault of a server becomes `busy`. */
  async take(packet: Packet, sender: Sender): Promise<SendReply> {
    const { receivedAtUs } = packet;
    const read = readIncoming(packet.value, {
      claims: sender.claims,
      receivedAtUs,
      hunts: this.deps.hunts,
      isOwnPhoto: this.deps.isOwnPhoto,
    });
    const refusal = read.ok ? this.refuseHead(read.incoming, sender) : read.error;
    if (refusal !== undefined || !read.ok) {
      const error = refusal ?? problem('malformed', 'not a packet');
      return await this.refuse({ packet, claims: sender.claims, error });
    }
    sender.packetsInFlight += 1;
    try {
      return await this.takeInTurn({ packet, incoming: read.incoming, sender });
    } finally {
      sender.packetsInFlight -= 1;
    }
  }

  /** Keeps a body or frame of a known sender that can't even be read. */
  async refuseOriginal(text: string, refused: Unreadable): Promise<RefusedReply> {
    const { claims, transport, error } = refused;
    const receivedAtUs = this.deps.nowUs();
    const packet = { value: text, transport, bytes: [text], receivedAtUs };
    return await this.refuse({ packet, claims, error });
  }

  private async refuse(refused: WholePacket): Promise<RefusedReply> {
    const error = await refuseWhole(this.deps, refused);
    return { ok: false, ...this.serverTime(), error };
  }

  private serverTime(): { serverTime: string } {
    return { serverTime: new Date(this.deps.nowUs() / 1000).toISOString() };
  }

  private refuseHead(head: Incoming, sender: Sender): Problem | undefined {
    const { claims } = sender;
    if (claims.exp * 1000 <= this.deps.nowUs() / 1000) {
      return problem('token_expired', 'refresh the token and send the same batch again');
    }
    if (isReservedSource(head.source)) {
      return problem('other_source', 'this source is the servers’ own');
    }
    if (claims.kind === 'player' && claims.source !== head.source) {
      return problem('other_source', 'the token is for another source');
    }
    return sender.packetsInFlight >= DOOR_LIMITS.packetsPerSocket
      ? problem('rate_limited', `at most ${DOOR_LIMITS.packetsPerSocket} packets in flight`)
      : undefined;
  }

  private async takeInTurn(coming: Coming): Promise<SendReply> {
    const { packet, sender } = coming;
    const begin = () => this.begin(coming);
    // HTTP has no order to keep: its requests are answered one by one.
    const { reply } = await (packet.transport === 'socket' ? sender.turns.take(begin) : begin());
    return await reply;
  }

  /** Over as soon as the events stand in line for the log, or are refused. */
  private begin(coming: Coming): Begun | Promise<Begun> {
    const { deps } = this;
    const { packet, incoming, sender } = coming;
    const { firstId, count } = incoming;
    // Now, not when it came: it may have waited for one that was refused meanwhile.
    const nowMs = deps.nowUs() / 1000;
    const arrival = sender.admit(firstId, nowMs);
    if (arrival === undefined && packet.transport === 'socket') {
      const retryAfterMs = DOOR_LIMITS.retryAfterMs;
      return { reply: this.refuseAll(count, { ack: 'busy', code: 'out_of_order', retryAfterMs }) };
    }
    const limited = deps.rates.takePlayer(sender.claims, count, nowMs);
    if (limited !== undefined) return { reply: this.refuseAll(count, limited) };
    const admitted = { ...coming, arrival: arrival ?? 0 };
    const sorted = incoming.sort();
    if (!(sorted instanceof Promise)) return { reply: this.place(sorted, admitted) };
    return sorted.then(
      (found) => ({ reply: this.place(found, admitted) }),
      (error) => ({ reply: this.fail(error, { what: 'hunts could not be looked up', admitted }) }),
    );
  }

  /** What is appended stands in its place when this has returned; the answer comes later. */
  private async place(sorted: Checked, admitted: Admitted): Promise<SendReply> {
    const { packet, incoming, sender } = admitted;
    const { rates } = this.deps;
    const retryAfterMs = this.pressureOn(sorted);
    if (retryAfterMs !== undefined) {
      return this.holdBack(admitted, { ack: 'busy', code: 'busy', retryAfterMs });
    }
    const crowded = rates.takeHunts(sender.claims, sorted.lanes, packet.receivedAtUs / 1000);
    if (crowded !== undefined) return this.holdBack(admitted, crowded);
    try {
      const acks = await settle(this.deps, { packet, incoming, sorted, claims: sender.claims });
      return { ok: true, ...this.serverTime(), ...acks };
    } catch (error) {
      return this.fail(error, { what: 'a packet could not be made durable', admitted });
    }
  }

  private fail(error: unknown, failed: { what: string; admitted: Admitted }): SendReply {
    const { retryAfterMs } = DOOR_LIMITS;
    this.deps.onError(error, failed.what);
    return this.holdBack(failed.admitted, { ack: 'busy', code: 'busy', retryAfterMs });
  }

  /** Refuses a packet, and what its sender has sent after it until it comes again. */
  private holdBack({ incoming, sender, arrival }: Admitted, refusal: Refusal): SendReply {
    sender.refused(incoming.firstId, { arrival, nowMs: this.deps.nowUs() / 1000 });
    return this.refuseAll(incoming.count, refusal);
  }

  private pressureOn({ lanes, bad }: Sorted): number | undefined {
    const { pressure } = this.deps;
    const refusals = bad.length > 0 ? pressure.retryRefusalsAfterMs() : undefined;
    if (refusals !== undefined) return refusals;
    for (const { partition } of lanes) {
      const retryAfterMs = pressure.retryAfterMs(partition);
      if (retryAfterMs !== undefined) return retryAfterMs;
    }
    return undefined;
  }

  private refuseAll(count: number, refusal: Refusal): SendReply {
    const { ack, code, detail = problem(code, '').title, retryAfterMs } = refusal;
    const tally = this.deps.metrics.of('*');
    tally.count('acks', ack, count);
    tally.count('refusals', code, count);
    const acks = new Array<Ack>(count).fill(ack);
    const errors = { 0: { code, detail, retryAfterMs } };
    return { ok: true, ...this.serverTime(), acks, errors, retryAfterMs };
  }
}
