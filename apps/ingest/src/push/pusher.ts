/**
 * From commits to rooms: one emit a room and commit. It also measures the last stage and the
 * whole walk of the events this door took in.
 */
import type { ServerMessages } from '@trove/contracts';
import { type MetricsCollector, type OutBlob, type OutEntry, resultJson } from '@trove/streams';
import { offsetOf, sourceRoom, teamRoom } from './backlog.js';
import { huntRoom } from './boardPusher.js';
import { JsonText } from './playParser.js';

export interface Rooms {
  has(room: string): boolean;
  /** Sockets connected now. */
  count(): number;
  emit<M extends keyof ServerMessages>(
    room: string,
    message: M,
    ...args: Parameters<ServerMessages[M]>
  ): void;
  /** The same with what the message carries as JSON already. */
  emitJson(room: string, message: keyof ServerMessages, json: JsonText): void;
}

export interface PusherDeps {
  readonly rooms: Rooms;
  readonly metrics: MetricsCollector;
  /** This process's name as a door: only its own events are measured. */
  readonly door: string;
  readonly nowUs: () => number;
}

/** Emits a commit's results to every room that somebody is in. */
export function pushCommit(partition: number, entry: OutEntry, deps: PusherDeps): void {
  const { epoch } = entry.blob;
  const offset = offsetOf(entry);
  const place = `{"partition":${partition},"epoch":${epoch},"offset":${offset}`;
  for (const [room, results] of listening(entry.blob, deps.rooms)) {
    const push = new JsonText(`${place},"results":[${results.join(',')}]}`);
    deps.rooms.emitJson(room, 'results', push);
  }
  measure(entry, deps);
}

/** Results as JSON by room; rows of hunts and sources without a listener are never decoded. */
function listening(blob: OutBlob, rooms: Rooms): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const teams = new Map<number, string[] | undefined>();
  const sources = new Map<number, string[] | undefined>();
  const hunts = new Map<number, boolean>();
  const open = (room: string): string[] | undefined => {
    if (!rooms.has(room)) return undefined;
    const results = found.get(room) ?? [];
    found.set(room, results);
    return results;
  };
  for (let i = 0; i < blob.count; i += 1) {
    const source = blob.sourceOf(i);
    if (!sources.has(source)) sources.set(source, open(sourceRoom(blob.names.at(source))));
    const hunt = blob.huntOf(i);
    // Players of a hunt are in its room too, so one look says whether any team of it listens.
    if (!hunts.has(hunt)) hunts.set(hunt, rooms.has(huntRoom(blob.names.at(hunt))));
    let byTeam: string[] | undefined;
    if (hunts.get(hunt) === true) {
      const team = blob.teamOf(i);
      const pair = hunt * 0x10000 + team;
      if (!teams.has(pair)) {
        teams.set(pair, open(teamRoom(blob.names.at(hunt), blob.names.at(team))));
      }
      byTeam = teams.get(pair);
    }
    const bySource = sources.get(source);
    if (byTeam === undefined && bySource === undefined) continue;
    const result = resultJson(blob, i);
    byTeam?.push(result);
    bySource?.push(result);
  }
  return found;
}

/** Neighbours of one hunt that came in one packet are one measurement with their number. */
interface Run {
  receivedAtUs: number;
  weight: number;
}

function measure({ blob, committedAtUs }: OutEntry, deps: PusherDeps): void {
  const nowUs = deps.nowUs();
  const isOwn = blob.logEntries.map(({ door }) => door === deps.door);
  const byHunt = new Map<number, number>();
  const runs = new Map<number, Run>();
  const record = (hunt: number, { receivedAtUs, weight }: Run): void => {
    deps.metrics.of(blob.names.at(hunt)).stage('whole', nowUs - receivedAtUs, weight);
  };
  for (let i = 0; i < blob.count; i += 1) {
    if (isOwn[blob.entryOf(i)] !== true) continue;
    const hunt = blob.huntOf(i);
    byHunt.set(hunt, (byHunt.get(hunt) ?? 0) + 1);
    const receivedAtUs = blob.receivedAtUsOf(i);
    const run = runs.get(hunt);
    if (run?.receivedAtUs === receivedAtUs) {
      run.weight += 1;
      continue;
    }
    if (run !== undefined) record(hunt, run);
    runs.set(hunt, { receivedAtUs, weight: 1 });
  }
  for (const [hunt, run] of runs) record(hunt, run);
  for (const [hunt, weight] of byHunt) {
    const micros = nowUs - committedAtUs;
    deps.metrics.of(blob.names.at(hunt)).stage('committed_pushed', micros, weight);
  }
}
