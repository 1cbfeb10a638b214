/**
 * Takes a packet in: checks every event, puts the good ones on the log, the bad ones in
 * quarantine, and answers only when both stand where a crash can't take them. A packet is told
 * `busy` as a whole, so that sending it again repeats nothing that was done.
 */
import {
  type Ack,
  type DoorClaims,
  type EventRefusal,
  type Problem,
  problem,
  type SendReply,
  timeOfText,
} from '@trove/contracts';
import type { Identities, MetricsCollector, PacketStamp, Quarantining } from '@trove/streams';
import type { Tracing } from '@trove/telemetry';
import { DOOR_LIMITS } from '../limits.js';
import type { EventRates, Refusal } from '../rates/eventRates.js';
import type { Appended, Appender } from './appender.js';
import { isReservedSource, type PacketContext } from './checkEvent.js';
import type { HuntsView } from './huntsView.js';
import { type Checked, contextOf, type Incoming, readIncoming } from './incoming.js';
import { measurePacket } from './measurePacket.js';
import { recordOf } from './packetParts.js';
import { parkingOf } from './parkingOf.js';
import type { Pressure } from './pressure.js';
import { quarantineRecord } from './quarantineRecords.js';
import { Sender } from './sender.js';
import type { Lane, Sorted } from './sortEvents.js';
import { traceLane } from './tracePacket.js';

export interface DoorDeps {
  readonly appender: Appender;
  readonly hunts: HuntsView;
  readonly identities: Identities;
  readonly metrics: MetricsCollector;
  readonly pressure: Pressure;
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

/** A packet's events, sorted, and whose they are. */
interface Found {
  readonly sorted: Checked;
  readonly claims: DoorClaims;
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
      return await this.refusePacket(packet, sender, error);
    }
    sender.packetsInFlight += 1;
    try {
      return await this.takeIncoming(packet, read.incoming, sender);
    } finally {
      sender.packetsInFlight -= 1;
    }
  }

  /** Keeps a body or frame of a known sender that can't even be read. */
  async refuseOriginal(text: string, refused: Unreadable): Promise<SendReply> {
    const receivedAtUs = this.deps.nowUs();
    const packet = { value: text, transport: refused.transport, bytes: [text], receivedAtUs };
    return await this.refusePacket(packet, new Sender(refused.claims), refused.error);
  }

  /** A packet that can't be taken apart is kept whole; what a retry will mend is only counted. */
  private async refusePacket(packet: Packet, sender: Sender, error: Problem): Promise<SendReply> {
    const { code, detail, path } = error;
    this.deps.metrics.countUnattributed(code);
    if (code === 'malformed' || code === 'other_source') {
      const { claims } = sender;
      const bytes = packet.bytes?.[0];
      const record = quarantineRecord({
        raw: packet.value,
        ...(bytes === undefined ? {} : { bytes }),
        bad: { isGood: false, code, detail, path: path ?? '' },
        source: claims.kind === 'player' ? claims.source : claims.sub,
        transport: packet.transport,
        refusedAtMs: Math.floor(packet.receivedAtUs / 1000),
      });
      try {
        await this.deps.quarantine([{ record }]);
      } catch (cause) {
        this.deps.onError(cause, 'a refused packet could not be kept');
        const busy = problem('busy', 'send again', { retryAfterMs: DOOR_LIMITS.retryAfterMs });
        return { ok: false, ...this.serverTime(), error: busy };
      }
    }
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

  private async takeIncoming(
    packet: Packet,
    incoming: Incoming,
    sender: Sender,
  ): Promise<SendReply> {
    const { deps } = this;
    const { firstId, count } = incoming;
    const nowMs = packet.receivedAtUs / 1000;
    const arrival = sender.admit(firstId, nowMs);
    // HTTP has no order to keep: its requests are answered one by one.
    if (arrival === undefined && packet.transport === 'socket') {
      const retryAfterMs = DOOR_LIMITS.retryAfterMs;
      return this.refuseAll(count, { ack: 'busy', code: 'out_of_order', retryAfterMs });
    }
    const limited = deps.rates.takePlayer(sender.claims, count, nowMs);
    if (limited !== undefined) return this.refuseAll(count, limited);
    const sorted = await incoming.sort();
    const refuse = (refusal: Refusal): SendReply => {
      sender.refused(firstId, { arrival: arrival ?? 0, nowMs: deps.nowUs() / 1000 });
      return this.refuseAll(count, refusal);
    };
    const retryAfterMs = this.pressureOn(sorted);
    if (retryAfterMs !== undefined) return refuse({ ack: 'busy', code: 'busy', retryAfterMs });
    const crowded = deps.rates.takeHunts(sender.claims, sorted.lanes, nowMs);
    if (crowded !== undefined) return refuse(crowded);
    try {
      return await this.settle(packet, incoming, { sorted, claims: sender.claims });
    } catch (error) {
      deps.onError(error, 'a packet could not be made durable');
      return refuse({ ack: 'busy', code: 'busy', retryAfterMs: DOOR_LIMITS.retryAfterMs });
    }
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

  /** Quarantine and log, then the answer. */
  private async settle(packet: Packet, incoming: Incoming, found: Found): Promise<SendReply> {
    const { deps } = this;
    const { lanes, bad, checkMs } = found.sorted;
    const { identities, hunts, isOwnPhoto } = deps;
    const around = { claims: found.claims, receivedAtUs: packet.receivedAtUs, hunts, isOwnPhoto };
    const context = contextOf(incoming.source, around);
    const versionOf = (slug: string) => deps.hunts.get(slug)?.version;
    const refused: Quarantining[] = [];
    const acks = new Array<Ack>(incoming.count).fill('appended');
    const errors: Record<string, EventRefusal> = {};
    for (const { index, bad: found } of bad) {
      const { code, detail, path } = found;
      const record = recordOf(packet, incoming, { index, bad: found, versionOf });
      refused.push({ record, parking: parkingOf(incoming.events[index], context, identities) });
      acks[index] = record.ack === 'late' ? 'late' : 'invalid';
      errors[index] = { code, detail, path };
    }
    const stamp: PacketStamp = {
      source: incoming.source,
      sourceHash: identities.sourceHash(incoming.source),
      sentAtMs: timeOfText(incoming.sentAt),
      receivedAtUs: packet.receivedAtUs,
    };
    const appends = lanes.map((lane) => this.append(lane, stamp));
    const kept = refused.length > 0 ? deps.quarantine(refused) : undefined;
    const [appended] = await Promise.all([Promise.all(appends), kept]);
    measurePacket(deps, { packet, lanes, appended, refused, checkMs });
    const hasErrors = refused.length > 0;
    return { ok: true, ...this.serverTime(), acks, ...(hasErrors && { errors }) };
  }

  /** While traces are off this is the appender's own promise, and nothing around it. */
  private append({ partition, count, write }: Lane, stamp: PacketStamp): Promise<Appended> {
    const { appender, tracing, nowUs } = this.deps;
    if (tracing === undefined) {
      return appender.append(partition, count, (writer) => write(writer, stamp));
    }
    const { receivedAtUs } = stamp;
    const trace = traceLane(tracing, { partition, receivedAtUs, checkedAtUs: nowUs() });
    const traced = { ...stamp, retrace: trace.retrace };
    const appending = appender.append(partition, count, (writer) => write(writer, traced));
    appending.then(
      ({ appendedAtUs }) => trace.end(appendedAtUs),
      () => trace.end(nowUs(), 'the log did not answer'),
    );
    return appending;
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
