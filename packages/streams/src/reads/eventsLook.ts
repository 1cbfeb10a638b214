/**
 * Looks through commits, from new to old, for the events that are asked for. A filter that nobody
 * matches must not read for ever: a look ends after so many commits and says where, so that another
 * can go on from there.
 */
import type { StoredEvent } from '@trove/contracts';
import { type EventFilter, isWanted } from './eventFilter.js';
import type { OutEntry, OutReader } from './outReader.js';
import { withLogged } from './storedEvent.js';

export interface EventsFound {
  /** Newest first. */
  readonly events: StoredEvent[];
  /** Commits that were looked at. */
  readonly commits: number;
  /**
   * The moment (ms on Redis's clock) after which everything was looked at, where older commits
   * were left; absent when none were.
   */
  readonly openToMs?: number;
  /** Commits on the way that can't be read, and whose events are left out; absent when none. */
  readonly unreadable?: number;
}

/** Commits from new to old; the listener is told of each that can't be read. */
export type Walk = (onUnreadable: () => void) => AsyncIterable<OutEntry>;

interface Look {
  readonly filter: EventFilter;
  /** Commits looked at before it ends. */
  readonly most: number;
}

/** One partition's look. Having found as many events as were asked for it leaves nothing open. */
export async function lookThrough(
  reader: OutReader,
  walk: Walk,
  { filter, most }: Look,
): Promise<EventsFound> {
  const rows: PickedRow[] = [];
  let commits = 0;
  let openToMs: number | undefined;
  let unreadable = 0;
  const onUnreadable = () => {
    unreadable += 1;
  };
  for await (const out of walk(onUnreadable)) {
    if (rows.length >= filter.limit) break;
    if (commits + unreadable >= most) {
      openToMs = Math.ceil(out.committedAtUs / 1000);
      break;
    }
    commits += 1;
    rows.push(...wantedOf(out, filter));
  }
  const events = await withLogged(reader, rows.slice(0, filter.limit));
  return found({ events, commits, openToMs, unreadable });
}

function found({
  openToMs,
  unreadable,
  ...looked
}: Pick<EventsFound, 'events' | 'commits'> & {
  readonly openToMs: number | undefined;
  readonly unreadable: number;
}): EventsFound {
  return {
    ...looked,
    ...(openToMs !== undefined && { openToMs }),
    ...(unreadable > 0 && { unreadable }),
  };
}

/**
 * The looks at all partitions as one. They end at different moments: what some found before the
 * latest of these is left to the next look, which then finds it among what the others lack.
 */
export function joinLooks(looks: readonly EventsFound[], limit: number): EventsFound {
  const ends = looks.flatMap(({ openToMs }) => openToMs ?? []);
  const openToMs = ends.length === 0 ? undefined : Math.max(...ends);
  const whole = looks
    .flatMap(({ events }) => events)
    .filter(({ committedAt }) => openToMs === undefined || committedAt > openToMs);
  const events = newestFirst(whole, limit);
  const commits = looks.reduce((sum, look) => sum + look.commits, 0);
  const unreadable = looks.reduce((sum, look) => sum + (look.unreadable ?? 0), 0);
  const isFull = events.length >= limit;
  return found({ events, commits, openToMs: isFull ? undefined : openToMs, unreadable });
}

export function newestFirst(events: StoredEvent[], limit: number): StoredEvent[] {
  return events
    .sort((a, b) => b.committedAt - a.committedAt || b.position - a.position)
    .slice(0, limit);
}

interface PickedRow {
  readonly out: OutEntry;
  readonly index: number;
}

/** The rows of a commit that are asked for, the newest first. */
function wantedOf(out: OutEntry, filter: EventFilter): PickedRow[] {
  const rows: PickedRow[] = [];
  const hunt = filter.hunt === undefined ? -1 : out.blob.names.indexOf(filter.hunt);
  if (filter.hunt !== undefined && hunt < 0) return rows;
  for (let index = out.blob.count - 1; index >= 0; index -= 1) {
    if (hunt >= 0 && out.blob.huntOf(index) !== hunt) continue;
    if (isWanted(out.blob, index, filter)) rows.push({ out, index });
  }
  return rows;
}
