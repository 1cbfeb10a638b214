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

interface Head {
  readonly source: string;
  readonly sentAt: unknown;
  readonly specversion: unknown;
}

interface Group extends Head {
  readonly events: unknown[];
  readonly indexes: number[];
}

/** One packet for each run of events with the same source, sending time and `specversion`. */
export function toPackets(list: readonly unknown[], nowIso: string): CloudPacket[] {
  const groups: Group[] = [];
  list.forEach((raw, index) => {
    const outer = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
    const source = typeof outer['source'] === 'string' ? outer['source'] : '';
    const sentAt = outer['sentat'] ?? nowIso;
    const { specversion } = outer;
    const last = groups.at(-1);
    if (last !== undefined && hasHead(last, { source, sentAt, specversion })) {
      last.events.push(withoutEnvelope(raw));
      last.indexes.push(index);
      return;
    }
    groups.push({ source, sentAt, specversion, events: [withoutEnvelope(raw)], indexes: [index] });
  });
  return groups.map(({ source, sentAt, specversion, events, indexes }) => {
    const value = { specversion, source, sentAt, events };
    return { source, value, indexes, ids: events.map(idOf) };
  });
}

/** An event goes only with those of its own head: the door reads one head for a whole packet. */
function hasHead(group: Group, { source, sentAt, specversion }: Head): boolean {
  const isSame = group.source === source && group.sentAt === sentAt;
  return isSame && group.specversion === specversion;
}

function idOf(event: unknown): CloudId | undefined {
  const id = typeof event === 'object' && event !== null ? (event as { id?: unknown }).id : '';
  const parsed = EventId.safeParse(id);
  return parsed.success ? { text: parsed.data, bytes: bytesOfEventId(parsed.data) } : undefined;
}
