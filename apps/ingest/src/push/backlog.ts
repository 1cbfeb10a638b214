/**
 * Recent results, kept so that a client that was away gets what it missed. Commits are held once
 * and shared; a team or source holds references to those that name it.
 */
import type { EventResult, ResultOffset, ResultsPush } from '@trove/contracts';
import { type OutEntry, toResult } from '@trove/streams';
import { DOOR_LIMITS } from '../limits.js';

interface Kept {
  readonly entry: OutEntry;
  readonly atMs: number;
  readonly partition: number;
  readonly offset: number;
}

interface Room {
  readonly kept: Kept[];
  /** Offset up to which something was let go because there was too much of it. */
  droppedTo: number;
}

export class Backlog {
  private readonly kept: Kept[] = [];
  private bytes = 0;
  /** Place of the newest commit that is no longer here, by partition. */
  private readonly floors = new Map<number, number>();
  private readonly rooms = new Map<string, Room>();
  private readonly heads = new Map<number, ResultOffset>();

  /** `rooms` are the names of every team and source the commit speaks of. */
  add(partition: number, entry: OutEntry, rooms: Iterable<string>): void {
    const offset = offsetOf(entry);
    const kept = { entry, partition, offset, atMs: entry.committedAtUs / 1000 };
    const head = this.heads.get(partition);
    if (head !== undefined && head.epoch !== entry.blob.epoch) this.floors.set(partition, offset);
    if (head === undefined && !this.floors.has(partition)) {
      this.floors.set(partition, entry.blob.firstPosition);
    }
    this.heads.set(partition, { partition, epoch: entry.blob.epoch, offset });
    this.kept.push(kept);
    this.bytes += entry.bytes.length;
    for (const name of rooms) this.addToRoom(name, kept);
    this.shrink(kept.atMs);
  }

  head(partition: number): ResultOffset {
    return this.heads.get(partition) ?? { partition, epoch: 0, offset: 0 };
  }

  setHead(head: ResultOffset): void {
    this.heads.set(head.partition, head);
    this.floors.set(head.partition, head.offset);
  }

  /** What a room missed since a place; undefined when not all of it is here any more. */
  since(room: string, last: ResultOffset): ResultsPush[] | undefined {
    const { partition, epoch, offset } = last;
    const head = this.head(partition);
    if (epoch !== head.epoch || offset > head.offset) return undefined;
    if (offset < (this.floors.get(partition) ?? 0)) return undefined;
    const found = this.rooms.get(room);
    if (found === undefined) return [];
    if (offset < found.droppedTo) return undefined;
    return found.kept
      .filter((kept) => kept.partition === partition && kept.offset > offset)
      .map((kept) => {
        return { partition, epoch, offset: kept.offset, results: resultsFor(room, kept.entry) };
      });
  }

  private addToRoom(name: string, kept: Kept): void {
    let room = this.rooms.get(name);
    if (room === undefined) {
      room = { kept: [], droppedTo: 0 };
      this.rooms.set(name, room);
    }
    room.kept.push(kept);
    if (room.kept.length > DOOR_LIMITS.backlogPerRoom) {
      room.droppedTo = room.kept.shift()?.offset ?? room.droppedTo;
    }
  }

  private shrink(nowMs: number): void {
    let gone = 0;
    for (const kept of this.kept) {
      const isOld = kept.atMs < nowMs - DOOR_LIMITS.backlogMs;
      if (!isOld && this.bytes <= DOOR_LIMITS.backlogBytes) break;
      this.bytes -= kept.entry.bytes.length;
      this.floors.set(kept.partition, kept.offset);
      this.forget(kept);
      gone += 1;
    }
    if (gone > 0) this.kept.splice(0, gone);
  }

  private forget(kept: Kept): void {
    for (const name of roomsOf(kept.entry)) {
      const room = this.rooms.get(name);
      if (room?.kept[0] === kept) room.kept.shift();
      if (room?.kept.length === 0) this.rooms.delete(name);
    }
  }
}

/** Position of the next undecided event after a commit. */
export function offsetOf({ id }: OutEntry): number {
  return Number(id.slice(0, id.indexOf('-')));
}

export function teamRoom(hunt: string, team: string): string {
  return `team:${hunt}/${team}`;
}

export function sourceRoom(source: string): string {
  return `source:${source}`;
}

/** Every room a commit speaks to, each once. */
export function roomsOf({ blob }: OutEntry): Set<string> {
  const rooms = new Set<string>();
  const pairs = new Set<number>();
  const sources = new Set<number>();
  for (let i = 0; i < blob.count; i += 1) {
    pairs.add(blob.huntOf(i) * 0x10000 + blob.teamOf(i));
    sources.add(blob.sourceOf(i));
  }
  for (const pair of pairs) {
    const hunt = blob.names[pair >>> 16] as string;
    rooms.add(teamRoom(hunt, blob.names[pair & 0xffff] as string));
  }
  for (const source of sources) rooms.add(sourceRoom(blob.names[source] as string));
  return rooms;
}

function resultsFor(room: string, { blob }: OutEntry): EventResult[] {
  const results: EventResult[] = [];
  for (let i = 0; i < blob.count; i += 1) {
    const hunt = blob.names[blob.huntOf(i)] as string;
    const isTeam = room === teamRoom(hunt, blob.names[blob.teamOf(i)] as string);
    if (isTeam || room === sourceRoom(blob.names[blob.sourceOf(i)] as string)) {
      results.push(toResult(blob, i));
    }
  }
  return results;
}
