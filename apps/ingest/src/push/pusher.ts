/**
 * From commits to rooms: one emit a room and commit. It also measures the last stage and the
 * whole walk of the events this door took in.
 */
import type { EventResult, ServerMessages } from '@trove/contracts';
import { type MetricsCollector, type OutEntry, toResult } from '@trove/streams';
import { offsetOf, roomsOf, sourceRoom, teamRoom } from './backlog.js';

export interface Rooms {
  has(room: string): boolean;
  /** Sockets connected now. */
  count(): number;
  emit<M extends keyof ServerMessages>(
    room: string,
    message: M,
    ...args: Parameters<ServerMessages[M]>
  ): void;
}

export interface PusherDeps {
  readonly rooms: Rooms;
  readonly metrics: MetricsCollector;
  /** This process's name as a door: only its own events are measured. */
  readonly door: string;
  readonly nowUs: () => number;
}

/** Emits a commit's results to every room that somebody is in. Returns the rooms it named. */
export function pushCommit(partition: number, entry: OutEntry, deps: PusherDeps): Set<string> {
  const rooms = roomsOf(entry);
  const listening = new Map<string, EventResult[]>();
  for (const room of rooms) if (deps.rooms.has(room)) listening.set(room, []);
  if (listening.size > 0) fill(entry, listening);
  const { epoch } = entry.blob;
  const offset = offsetOf(entry);
  for (const [room, results] of listening) {
    deps.rooms.emit(room, 'results', { partition, epoch, offset, results });
  }
  measure(entry, deps);
  return rooms;
}

function fill({ blob }: OutEntry, listening: Map<string, EventResult[]>): void {
  const teams = new Map<number, EventResult[] | undefined>();
  const sources = new Map<number, EventResult[] | undefined>();
  for (let i = 0; i < blob.count; i += 1) {
    const hunt = blob.huntOf(i);
    const team = blob.teamOf(i);
    const pair = hunt * 0x10000 + team;
    if (!teams.has(pair)) {
      const room = teamRoom(blob.names[hunt] as string, blob.names[team] as string);
      teams.set(pair, listening.get(room));
    }
    const source = blob.sourceOf(i);
    if (!sources.has(source)) {
      sources.set(source, listening.get(sourceRoom(blob.names[source] as string)));
    }
    const byTeam = teams.get(pair);
    const bySource = sources.get(source);
    if (byTeam === undefined && bySource === undefined) continue;
    const result = toResult(blob, i);
    byTeam?.push(result);
    bySource?.push(result);
  }
}

function measure({ blob, committedAtUs }: OutEntry, deps: PusherDeps): void {
  const nowUs = deps.nowUs();
  const isOwn = blob.logEntries.map(({ door }) => door === deps.door);
  const byHunt = new Map<number, number>();
  for (let i = 0; i < blob.count; i += 1) {
    if (isOwn[blob.entryOf(i)] !== true) continue;
    const hunt = blob.huntOf(i);
    byHunt.set(hunt, (byHunt.get(hunt) ?? 0) + 1);
    const micros = nowUs - blob.receivedAtUsOf(i);
    deps.metrics.stage(blob.names[hunt] as string, 'whole', { micros, weight: 1 });
  }
  for (const [hunt, weight] of byHunt) {
    const micros = nowUs - committedAtUs;
    deps.metrics.stage(blob.names[hunt] as string, 'committed_pushed', { micros, weight });
  }
}
