/** Small readings of a packet that nothing has been proved of yet. */
import { isCustomType, type Problem, problem } from '@trove/contracts';
import type { BadEvent } from './checkEvent.js';
import type { Packet } from './door.js';
import type { HuntType } from './huntsView.js';
import type { Incoming } from './incoming.js';
import { quarantineRecord } from './quarantineRecords.js';

export function malformed(error: {
  issues: readonly { path: PropertyKey[]; message: string }[];
}): Problem {
  const issue = error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  return problem('malformed', issue?.message ?? 'not a packet', { path });
}

/** The event's id as it came, cut to a sane length; empty when there is none. */
export function idOf(raw: unknown): string {
  const id = typeof raw === 'object' && raw !== null ? (raw as { id?: unknown }).id : undefined;
  return typeof id === 'string' ? id.slice(0, 64) : '';
}

/** Names of hunts that the events claim. */
export function huntsOf(events: readonly unknown[]): Set<string> {
  const hunts = new Set<string>();
  for (const raw of events) {
    const { hunt } = (typeof raw === 'object' && raw !== null ? raw : {}) as { hunt?: unknown };
    if (typeof hunt === 'string' && hunt.length <= 48) hunts.add(hunt);
  }
  return hunts;
}

/** Types of hunts' own that the events claim, each once. */
export function customTypesOf(events: readonly unknown[]): readonly HuntType[] {
  const types = new Map<string, HuntType>();
  for (const raw of events) {
    const { hunt, type } = (typeof raw === 'object' && raw !== null ? raw : {}) as Claimed;
    if (typeof type !== 'string' || !isCustomType(type) || typeof hunt !== 'string') continue;
    if (type.length <= TYPE_LENGTH) types.set(`${hunt} ${type}`, { hunt, type });
  }
  return [...types.values()];
}

interface Claimed {
  readonly hunt?: unknown;
  readonly type?: unknown;
}

/** Characters of the longest name of a type that its contract would pass. */
const TYPE_LENGTH = 86;

/** What quarantine keeps of one refused event. */
export function recordOf(
  packet: Packet,
  { events, source }: Incoming,
  at: { index: number; bad: BadEvent; versionOf: (hunt: string) => number | undefined },
) {
  const bytes = packet.bytes?.[at.index];
  return quarantineRecord({
    raw: events[at.index],
    ...(bytes === undefined ? {} : { bytes }),
    bad: at.bad,
    source,
    transport: packet.transport,
    refusedAtMs: Math.floor(packet.receivedAtUs / 1000),
    versionOf: at.versionOf,
  });
}
