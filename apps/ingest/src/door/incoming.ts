/** A packet as the door takes it apart, whichever way it was read: parsed or scanned. */
import { type DoorClaims, PacketHead, type Problem } from '@trove/contracts';
import type { PacketContext } from './checkEvent.js';
import type { HuntsView } from './huntsView.js';
import { customTypesOf, huntsOf, idOf, malformed } from './packetParts.js';
import { ScannedMessage } from './scan/scannedMessage.js';
import { type Sorted, sortParsed, sortScanned } from './sortEvents.js';

export interface Incoming {
  readonly source: string;
  readonly sentAt: string;
  readonly count: number;
  /** Id of the first event, as it came. */
  readonly firstId: string;
  /** The events as they came; empty where all are good and nobody will ask. */
  readonly events: readonly unknown[];
  /** Waits for Redis where a hunt or a type has to be looked up; what was scanned never waits. */
  sort(): Checked | Promise<Checked>;
}

/** Sorted events, and how long all of them took to be held against their contracts. */
export interface Checked extends Sorted {
  readonly checkMs: number;
}

export interface Surroundings {
  readonly claims: DoorClaims;
  readonly receivedAtUs: number;
  readonly hunts: HuntsView;
  readonly isOwnPhoto: PacketContext['isOwnPhoto'];
}

type Read =
  | { readonly ok: true; readonly incoming: Incoming }
  | { readonly ok: false; readonly error: Problem };

export function readIncoming(value: unknown, around: Surroundings): Read {
  if (!(value instanceof ScannedMessage)) return readParsed(value, around);
  const scanned = readScanned(value, around);
  return scanned === undefined
    ? readParsed(value.parse(), around)
    : { ok: true, incoming: scanned };
}

function readParsed(value: unknown, around: Surroundings): Read {
  const headFromMs = performance.now();
  const head = PacketHead.safeParse(value);
  const headMs = performance.now() - headFromMs;
  if (!head.success) return { ok: false, error: malformed(head.error) };
  const { source, sentAt, events } = head.data;
  const incoming: Incoming = {
    source,
    sentAt,
    events,
    count: events.length,
    firstId: idOf(events[0]),
    async sort() {
      const nowMs = around.receivedAtUs / 1000;
      await around.hunts.ensure(huntsOf(events), nowMs);
      await around.hunts.ensureTypes(customTypesOf(events), nowMs);
      const fromMs = performance.now();
      const sorted = sortParsed(events, contextOf(source, around));
      return { ...sorted, checkMs: headMs + performance.now() - fromMs };
    },
  };
  return { ok: true, incoming };
}

/** Undefined when the packet has to be parsed, because not all of it is good. */
function readScanned(
  { packet: { source, sentAt, events }, scanMs }: ScannedMessage,
  around: Surroundings,
): Incoming | undefined {
  const fromMs = performance.now();
  const sorted = sortScanned(events, contextOf(source, around));
  if (sorted === undefined) return undefined;
  const checked = { ...sorted, checkMs: scanMs + performance.now() - fromMs };
  return {
    source,
    sentAt,
    events: [],
    count: events.count,
    firstId: events.eventId(0),
    sort: () => checked,
  };
}

export function contextOf(source: string, around: Surroundings): PacketContext {
  const { claims, receivedAtUs, hunts, isOwnPhoto } = around;
  return { claims, source, receivedAtUs, isOwnPhoto, hunt: (slug) => hunts.get(slug) };
}
