/**
 * Puts a packet's good events on the log and its bad ones in quarantine. What is appended stands in
 * its place when the call has returned; the acknowledgements follow when Redis has answered.
 */
import { type Ack, type DoorClaims, type EventRefusal, timeOfText } from '@trove/contracts';
import type { PacketStamp, Quarantining } from '@trove/streams';
import type { Appended } from './appender.js';
import type { DoorDeps, Packet } from './door.js';
import { type Checked, contextOf, type Incoming } from './incoming.js';
import { measurePacket } from './measurePacket.js';
import { recordOf } from './packetParts.js';
import { parkingOf } from './parkingOf.js';
import type { Lane } from './sortEvents.js';
import { traceLane } from './tracePacket.js';

/** A packet's events, sorted, and whose they are. */
interface SortedPacket {
  readonly packet: Packet;
  readonly incoming: Incoming;
  readonly sorted: Checked;
  readonly claims: DoorClaims;
}

interface Acks {
  readonly acks: Ack[];
  readonly errors?: Record<string, EventRefusal>;
}

/** Rejects when it can't be told whether everything stands where a crash can't take it. */
export async function settle(deps: DoorDeps, found: SortedPacket): Promise<Acks> {
  const { packet, incoming } = found;
  const { lanes, checkMs } = found.sorted;
  const { refused, acks, errors } = refuseBad(deps, found);
  const stamp: PacketStamp = {
    source: incoming.source,
    sourceHash: deps.identities.sourceHash(incoming.source),
    sentAtMs: timeOfText(incoming.sentAt),
    receivedAtUs: packet.receivedAtUs,
  };
  const appends = lanes.map((lane) => append(deps, lane, stamp));
  const appended = await Promise.all(appends);
  // Not before: a packet that can't be appended comes again whole, and each is refused once.
  if (refused.length > 0) await deps.quarantine(refused);
  measurePacket(deps, { packet, lanes, appended, refused, checkMs });
  return refused.length > 0 ? { acks, errors } : { acks };
}

/** What quarantine is to keep, and what is said of it. */
function refuseBad(deps: DoorDeps, { packet, incoming, sorted, claims }: SortedPacket) {
  const { identities, hunts, isOwnPhoto } = deps;
  const around = { claims, receivedAtUs: packet.receivedAtUs, hunts, isOwnPhoto };
  const context = contextOf(incoming.source, around);
  const versionOf = (slug: string) => hunts.get(slug)?.version;
  const refused: Quarantining[] = [];
  const acks = new Array<Ack>(incoming.count).fill('appended');
  const errors: Record<string, EventRefusal> = {};
  for (const { index, bad } of sorted.bad) {
    const { code, detail, path } = bad;
    const record = recordOf(packet, incoming, { index, bad, versionOf });
    refused.push({ record, parking: parkingOf(incoming.events[index], context, identities) });
    acks[index] = record.ack === 'late' ? 'late' : 'invalid';
    errors[index] = { code, detail, path };
  }
  return { refused, acks, errors };
}

/** While traces are off this is the appender's own promise, and nothing around it. */
function append(deps: DoorDeps, lane: Lane, stamp: PacketStamp): Promise<Appended> {
  const { appender, tracing, nowUs } = deps;
  const { partition, count, write } = lane;
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
