/** CloudEvents as they come over HTTP, put into the packets the door takes. */
import { EventId, withoutEnvelope } from '@trove/contracts';
import { bytesOfEventId } from '@trove/streams';

interface CloudId {
  readonly text: string;
  readonly bytes: string;
}

export interface CloudPacket {
  readonly source: string;
  /** What the door parses; nothing in it is trusted yet. */
  readonly value: unknown;
  /** Where each event of the packet stood in the request. */
  readonly indexes: readonly number[];
  /** The id of each event, undefined where it has none. */
  readonly ids: readonly (CloudId | undefined)[];
}

interface Group {
  readonly source: string;
  readonly sentAt: unknown;
  readonly specversion: unknown;
  readonly events: unknown[];
  readonly indexes: number[];
}

/** One packet for each run of events with the same source and sending time. */
export function toPackets(list: readonly unknown[], nowIso: string): CloudPacket[] {
  const groups: Group[] = [];
  list.forEach((raw, index) => {
    const outer = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
    const source = typeof outer['source'] === 'string' ? outer['source'] : '';
    const sentAt = outer['sentat'] ?? nowIso;
    const last = groups.at(-1);
    if (last !== undefined && last.source === source && last.sentAt === sentAt) {
      last.events.push(withoutEnvelope(raw));
      last.indexes.push(index);
      return;
    }
    const { specversion } = outer;
    groups.push({ source, sentAt, specversion, events: [withoutEnvelope(raw)], indexes: [index] });
  });
  return groups.map(({ source, sentAt, specversion, events, indexes }) => {
    const value = { specversion, source, sentAt, events };
    return { source, value, indexes, ids: events.map(idOf) };
  });
}

function idOf(event: unknown): CloudId | undefined {
  const id = typeof event === 'object' && event !== null ? (event as { id?: unknown }).id : '';
  const parsed = EventId.safeParse(id);
  return parsed.success ? { text: parsed.data, bytes: bytesOfEventId(parsed.data) } : undefined;
}
