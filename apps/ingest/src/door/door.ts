/**
 * Takes a packet in: checks every event, puts the good ones on the log, the bad ones in
 * quarantine, and answers only when both stand where a crash can't take them. A packet is told
 * `busy` as a whole, so that sending it again repeats nothing that was done.
 */

import type { QuarantineRecord } from '@trove/contracts';
import {
  type Ack,
  type DoorClaims,
  type EventRefusal,
  PacketHead,
  type Problem,
  problem,
  type SendReply,
  timeOfText,
} from '@trove/contracts';
import type { Identities, MetricsCollector, PacketStamp } from '@trove/streams';
import { DOOR_LIMITS } from '../limits.js';
import type { Appended, Appender } from './appender.js';
import { type BadEvent, checkEvent, type GoodEvent, isReservedSource } from './checkEvent.js';
import type { HuntsView } from './huntsView.js';
import { measurePacket } from './measurePacket.js';
import { huntsOf, idOf, malformed, recordOf } from './packetParts.js';
import type { Pressure } from './pressure.js';
import { quarantineRecord } from './quarantineRecords.js';
import { Sender } from './sender.js';

export interface DoorDeps {
  readonly appender: Appender;
  readonly hunts: HuntsView;
  readonly identities: Identities;
  readonly metrics: MetricsCollector;
  readonly pressure: Pressure;
  /** Resolves once the records stand in the quarantine stream. */
  quarantine(records: readonly QuarantineRecord[]): Promise<void>;
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

export class Door {
  constructor(private readonly deps: DoorDeps) {}

  /** Never rejects for what a packet contains; every fault of a server becomes `busy`. */
  async take(packet: Packet, sender: Sender): Promise<SendReply> {
    const head = PacketHead.safeParse(packet.value);
    const refusal = head.success ? this.refuseHead(head.data, sender) : malformed(head.error);
    if (refusal !== undefined || !head.success) {
      const error = refusal ?? problem('malformed', 'not a packet');
      return await this.refusePacket(packet, sender, error);
    }
    sender.packetsInFlight += 1;
    try {
      return await this.takeParsed(packet, head.data, sender);
    } finally {
      sender.packetsInFlight -= 1;
    }
  }

  /** Keeps a body of a known sender that is not even JSON. */
  async refuseOriginal(
    text: string,
    { claims, error }: { claims: DoorClaims; error: Problem },
  ): Promise<void> {
    const receivedAtUs = this.deps.nowUs();
    const packet = { value: text, transport: 'http', bytes: [text], receivedAtUs } as const;
    await this.refusePacket(packet, new Sender(claims), error);
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
        await this.deps.quarantine([record]);
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

  private refuseHead(head: PacketHead, sender: Sender): Problem | undefined {
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

  private async takeParsed(packet: Packet, head: PacketHead, sender: Sender): Promise<SendReply> {
    const { deps } = this;
    const nowMs = packet.receivedAtUs / 1000;
    const firstId = idOf(head.events[0]);
    const arrival = sender.admit(firstId, nowMs);
    // HTTP has no order to keep: its requests are answered one by one.
    if (arrival === undefined && packet.transport === 'socket') {
      return this.busy(head, 'out_of_order', DOOR_LIMITS.retryAfterMs);
    }
    const waitMs = sender.takeRate(head.events.length, nowMs);
    if (waitMs !== undefined) return this.limited(head, waitMs);
    await deps.hunts.ensure(huntsOf(head.events), nowMs);
    const checked = this.check(packet, head, sender.claims);
    const retryAfterMs = this.pressureOn(checked);
    const refuse = (waitFor: number): SendReply => {
      sender.refused(firstId, { arrival: arrival ?? 0, nowMs: deps.nowUs() / 1000 });
      return this.busy(head, 'busy', waitFor);
    };
    if (retryAfterMs !== undefined) return refuse(retryAfterMs);
    try {
      return await this.settle(packet, head, checked);
    } catch (error) {
      deps.onError(error, 'a packet could not be made durable');
      return refuse(DOOR_LIMITS.retryAfterMs);
    }
  }

  private check(packet: Packet, head: PacketHead, claims: DoorClaims): (GoodEvent | BadEvent)[] {
    const context = {
      claims,
      source: head.source,
      receivedAtUs: packet.receivedAtUs,
      hunt: (slug: string) => this.deps.hunts.get(slug),
    };
    return head.events.map((raw) => checkEvent(raw, context));
  }

  private pressureOn(checked: readonly (GoodEvent | BadEvent)[]): number | undefined {
    const { pressure } = this.deps;
    let last = -1;
    for (const event of checked) {
      const refusals = event.isGood ? undefined : pressure.retryRefusalsAfterMs();
      if (refusals !== undefined) return refusals;
      if (!event.isGood || event.live.partition === last) continue;
      last = event.live.partition;
      const retryAfterMs = pressure.retryAfterMs(last);
      if (retryAfterMs !== undefined) return retryAfterMs;
    }
    return undefined;
  }

  /** Quarantine and log, then the answer. */
  private async settle(
    packet: Packet,
    head: PacketHead,
    checked: readonly (GoodEvent | BadEvent)[],
  ): Promise<SendReply> {
    const { deps } = this;
    const lanes = new Map<number, GoodEvent[]>();
    const records: QuarantineRecord[] = [];
    const acks = new Array<Ack>(checked.length).fill('appended');
    const errors: Record<string, EventRefusal> = {};
    checked.forEach((event, index) => {
      if (event.isGood) {
        const lane = lanes.get(event.live.partition);
        if (lane === undefined) lanes.set(event.live.partition, [event]);
        else lane.push(event);
        return;
      }
      const { code, detail, path } = event;
      const record = recordOf(packet, head, { index, bad: event });
      records.push(record);
      acks[index] = record.ack === 'late' ? 'late' : 'invalid';
      errors[index] = { code, detail, path };
    });
    const stamp: PacketStamp = {
      source: head.source,
      sourceHash: deps.identities.sourceHash(head.source),
      sentAtMs: timeOfText(head.sentAt),
      receivedAtUs: packet.receivedAtUs,
    };
    const appends = [...lanes].map(([partition, events]) => this.append(partition, events, stamp));
    const kept = records.length > 0 ? deps.quarantine(records) : undefined;
    const appended = await Promise.all(appends);
    await kept;
    measurePacket(deps, { packet, lanes: [...lanes.values()], appended, records });
    const hasErrors = records.length > 0;
    return { ok: true, ...this.serverTime(), acks, ...(hasErrors && { errors }) };
  }

  private append(
    partition: number,
    events: readonly GoodEvent[],
    stamp: PacketStamp,
  ): Promise<Appended> {
    return this.deps.appender.append(partition, events.length, (writer) => {
      for (const { event, timeMs } of events) writer.addStamped(event, timeMs, stamp);
    });
  }

  private busy(head: PacketHead, code: 'busy' | 'out_of_order', retryAfterMs: number): SendReply {
    return this.refuseAll(head, { ack: 'busy', code, retryAfterMs });
  }

  private limited(head: PacketHead, retryAfterMs: number): SendReply {
    return this.refuseAll(head, { ack: 'rate_limited', code: 'rate_limited', retryAfterMs });
  }

  private refuseAll(
    head: PacketHead,
    refusal: { ack: Ack; code: EventRefusal['code']; retryAfterMs: number },
  ): SendReply {
    const { ack, code, retryAfterMs } = refusal;
    const tally = this.deps.metrics.of('*');
    tally.count('acks', ack, head.events.length);
    tally.count('refusals', code, head.events.length);
    const acks = new Array<Ack>(head.events.length).fill(ack);
    const errors = { 0: { code, detail: problem(code, '').title, retryAfterMs } };
    return { ok: true, ...this.serverTime(), acks, errors, retryAfterMs };
  }
}
