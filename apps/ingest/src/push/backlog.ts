/**
 * Recent results, kept so that a client that was away gets what it missed. Commits are held once
 * and shared. Which rooms a commit speaks to is worked out when the first client asks for it:
 * on a quiet night nobody does.
 */
import type { EventResult, ResultOffset, ResultsPush } from '@trove/contracts';
import { type OutBlob, type OutEntry, toResult } from '@trove/streams';
import { DOOR_LIMITS } from '../limits.js';
import { isNoticeFor, type Notice, noticesIn } from './notices.js';
import { offsetOf, sourceRoom, teamRoom } from './roomsOfCommit.js';

interface Kept {
  readonly entry: OutEntry;
  readonly atMs: number;
  readonly offset: number;
  /** Rows by room; made at the first look. */
  rows: Map<string, number[]> | undefined;
  /** Of the entry, and of its rows by room once they are made. */
  bytes: number;
}

/** About what a row takes in two rooms, as keys of a map and places in their lists. */
const ROW_BYTES = 100;

interface Lane {
  readonly kept: Kept[];
  head: ResultOffset;
  /** Place of the newest commit that is no longer here. */
  floor: number;
}

export class Backlog {
  private readonly lanes = new Map<number, Lane>();
  private bytes = 0;

  /** Keeps a commit. Who looks at it last lets go of the names that were read from it. */
  add(partition: number, entry: OutEntry): void {
    const offset = offsetOf(entry);
    const { epoch, firstPosition } = entry.blob;
    const lane = this.laneOf(partition, firstPosition);
    if (lane.head.epoch !== epoch) {
      // Another epoch may use positions again: what came before can't be compared any more.
      for (const { bytes } of lane.kept.splice(0)) this.bytes -= bytes;
      lane.floor = firstPosition;
    }
    lane.head = { partition, epoch, offset };
    const bytes = entry.bytes.length;
    lane.kept.push({ entry, offset, atMs: entry.committedAtUs / 1000, rows: undefined, bytes });
    this.bytes += bytes;
    this.shrink(entry.committedAtUs / 1000);
  }

  head(partition: number): ResultOffset {
    return this.lanes.get(partition)?.head ?? { partition, epoch: 0, offset: 0 };
  }

  setHead(head: ResultOffset): void {
    const lane = this.laneOf(head.partition, head.offset);
    lane.head = head;
    lane.floor = head.offset;
  }

  /** What a room missed since a place; undefined when not all of it is here any more. */
  since(room: string, last: ResultOffset): ResultsPush[] | undefined {
    const { partition, epoch, offset } = last;
    const lane = this.lanes.get(partition);
    if (lane === undefined || epoch !== lane.head.epoch) return undefined;
    if (offset > lane.head.offset || offset < lane.floor) return undefined;
    const missed = lane.kept.slice(firstAfter(lane.kept, offset));
    if (missed.length > DOOR_LIMITS.missedCommits || this.index(missed) === 'too much') {
      return undefined;
    }
    const pushes: ResultsPush[] = [];
    let told = 0;
    for (const kept of missed) {
      const rows = kept.rows?.get(room);
      if (rows === undefined) continue;
      told += rows.length;
      if (pushes.length >= DOOR_LIMITS.backlogPerRoom) return undefined;
      if (told > DOOR_LIMITS.missedResults) return undefined;
      const results: EventResult[] = rows.map((row) => toResult(kept.entry.blob, row));
      pushes.push({ partition, epoch, offset: kept.offset, results });
    }
    return pushes;
  }

  /** What operators have told a team since a place; the newest, as far as they are here. */
  noticesSince(hunt: string, team: string, { partition, epoch, offset }: ResultOffset): Notice[] {
    const lane = this.lanes.get(partition);
    if (lane === undefined || epoch !== lane.head.epoch) return [];
    const missed: Notice[] = [];
    const oldest = lane.kept.length - DOOR_LIMITS.missedCommits;
    const from = Math.max(firstAfter(lane.kept, offset), oldest);
    for (const { entry } of lane.kept.slice(from)) {
      const notices = noticesIn(partition, entry);
      missed.push(...notices.filter((notice) => isNoticeFor(notice, hunt, team)));
    }
    return missed.slice(-DOOR_LIMITS.missedNotices);
  }

  /** Works out which rooms commits speak to; not of so many at once that others would wait. */
  private index(some: readonly Kept[]): 'done' | 'too much' {
    let rows = 0;
    for (const kept of some) {
      if (kept.rows !== undefined) continue;
      const { blob } = kept.entry;
      rows += blob.count;
      if (rows > DOOR_LIMITS.indexedAtOnce) return 'too much';
      kept.rows = rowsByRoom(blob);
      kept.bytes += blob.count * ROW_BYTES;
      this.bytes += blob.count * ROW_BYTES;
    }
    return 'done';
  }

  private laneOf(partition: number, floor: number): Lane {
    let lane = this.lanes.get(partition);
    if (lane === undefined) {
      lane = { kept: [], head: { partition, epoch: 0, offset: floor }, floor };
      this.lanes.set(partition, lane);
    }
    return lane;
  }

  private shrink(nowMs: number): void {
    const beforeMs = nowMs - DOOR_LIMITS.backlogMs;
    for (let lane = this.oldest(); lane !== undefined; lane = this.oldest()) {
      const { atMs } = lane.kept[0] as Kept;
      if (atMs >= beforeMs && this.bytes <= DOOR_LIMITS.backlogBytes) return;
      const { bytes, offset } = lane.kept.shift() as Kept;
      this.bytes -= bytes;
      lane.floor = offset;
    }
  }

  /** The partition whose oldest commit is the oldest of all: what is too much is of all alike. */
  private oldest(): Lane | undefined {
    let found: Lane | undefined;
    for (const lane of this.lanes.values()) {
      const [first] = lane.kept;
      if (first === undefined) continue;
      if (found === undefined || first.atMs < (found.kept[0] as Kept).atMs) found = lane;
    }
    return found;
  }
}

/** Index of the first commit after an offset; offsets grow. */
function firstAfter(kept: readonly Kept[], offset: number): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((kept[middle] as Kept).offset <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rowsByRoom(blob: OutBlob): Map<string, number[]> {
  const rooms = new Map<string, number[]>();
  const add = (room: string, row: number): void => {
    const rows = rooms.get(room);
    if (rows === undefined) rooms.set(room, [row]);
    else rows.push(row);
  };
  for (let i = 0; i < blob.count; i += 1) {
    add(teamRoom(blob.names.at(blob.huntOf(i)), blob.names.at(blob.teamOf(i))), i);
    add(sourceRoom(blob.names.at(blob.sourceOf(i))), i);
  }
  return rooms;
}
