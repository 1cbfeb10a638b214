/**
 * From commits to rooms: one emit a room and commit. It also measures the last stage and the
 * whole walk of the events this door took in.
 */
import type { ServerMessages } from '@trove/contracts';
import {
  ByteWriter,
  type DeliveryNotes,
  type MetricsCollector,
  type OutBlob,
  type OutEntry,
  ResultTexts,
} from '@trove/streams';
import type { Tracing } from '@trove/telemetry';
import { HeardRows } from './heardRows.js';
import { huntRoom, offsetOf, sourceRoom, teamRoom } from './roomsOfCommit.js';
import { tracePush } from './tracePush.js';

export interface Rooms {
  has(room: string): boolean;
  /** Sockets connected now. */
  count(): number;
  emit<M extends keyof ServerMessages>(
    room: string,
    message: M,
    ...args: Parameters<ServerMessages[M]>
  ): void;
  /** The same with what the message carries as JSON already, in parts that are copied at once. */
  emitBytes(room: string, message: keyof ServerMessages, json: readonly Uint8Array[]): void;
  /** Of which a socket that is slow to read needs the newest only. */
  emitLatest<M extends keyof ServerMessages>(
    room: string,
    message: M,
    value: Parameters<ServerMessages[M]>[0],
  ): void;
}

export interface PusherDeps {
  readonly rooms: Rooms;
  readonly metrics: MetricsCollector;
  /** This process's name as a door: only its own events are measured. */
  readonly door: string;
  readonly nowUs: () => number;
  /** Absent while traces are off. */
  readonly tracing?: Tracing | undefined;
  /** Where it is noted for receipts that a commit was pushed. */
  readonly deliveries: Pick<DeliveryNotes, 'pushed'>;
}

/** Emits a commit's results to every room that somebody is in. */
export function pushCommit(partition: number, entry: OutEntry, deps: PusherDeps): void {
  const { blob } = entry;
  const startUs = deps.tracing === undefined ? 0 : deps.nowUs();
  const place = `{"partition":${partition},"epoch":${blob.epoch},"offset":${offsetOf(entry)}`;
  const texts = new ResultTexts(writer);
  const rooms = new Listeners(blob, deps.rooms);
  const heard = new HeardRows(blob.count);
  for (let i = 0; i < blob.count; i += 1) {
    const team = rooms.teamOf(i);
    const source = rooms.sourceOf(i);
    if (team === undefined && source === undefined) continue;
    heard.add(i);
    const { from, to } = texts.add(blob, i);
    team?.add(from, to);
    source?.add(from, to);
  }
  const head = Buffer.from(`${place},"results":[`);
  for (const [room, parts] of rooms.found) {
    deps.rooms.emitBytes(room, 'results', [head, ...parts.of(texts), END]);
  }
  if (heard.count > 0) {
    const { epoch } = blob;
    const pushed = { epoch, offset: offsetOf(entry), pushedAtUs: deps.nowUs() };
    deps.deliveries.pushed(partition, { ...pushed, rows: blob.count, heard: heard.bits });
  }
  measure(entry, deps);
  if (deps.tracing === undefined) return;
  const isHeard = (i: number) => rooms.teamOf(i) !== undefined || rooms.sourceOf(i) !== undefined;
  tracePush(deps.tracing, { blob, startUs, isHeard })(deps.nowUs());
}

const writer = new ByteWriter();
const COMMA = Buffer.from(',');
const END = Buffer.from(']}');

/** The results of one room: places in the text of a commit. */
class Parts {
  private readonly places: { readonly from: number; to: number }[] = [];

  add(from: number, to: number): void {
    const last = this.places.at(-1);
    // A comma stands between neighbours, which is what joins them here too.
    if (last !== undefined && last.to + 1 === from) last.to = to;
    else this.places.push({ from, to });
  }

  /** With a comma between each two. */
  of(texts: ResultTexts): Uint8Array[] {
    return this.places.flatMap(({ from, to }, i) => {
      const part = texts.between(from, to);
      return i === 0 ? part : [COMMA, part];
    });
  }
}

/** Who listens to a commit's rows; names of hunts and teams without a listener stay bytes. */
class Listeners {
  readonly found = new Map<string, Parts>();
  private readonly teams = new Map<number, Parts | undefined>();
  private readonly sources = new Map<number, Parts | undefined>();
  private readonly hunts = new Map<number, boolean>();

  constructor(
    private readonly blob: OutBlob,
    private readonly rooms: Rooms,
  ) {}

  sourceOf(index: number): Parts | undefined {
    const { blob, sources } = this;
    const source = blob.sourceOf(index);
    if (!sources.has(source)) sources.set(source, this.open(sourceRoom(blob.names.at(source))));
    return sources.get(source);
  }

  teamOf(index: number): Parts | undefined {
    const { blob, teams, hunts } = this;
    const hunt = blob.huntOf(index);
    // Players of a hunt are in its room too, so one look says whether any team of it listens.
    if (!hunts.has(hunt)) hunts.set(hunt, this.rooms.has(huntRoom(blob.names.at(hunt))));
    if (hunts.get(hunt) !== true) return undefined;
    const team = blob.teamOf(index);
    const pair = hunt * 0x10000 + team;
    if (!teams.has(pair)) {
      teams.set(pair, this.open(teamRoom(blob.names.at(hunt), blob.names.at(team))));
    }
    return teams.get(pair);
  }

  private open(room: string): Parts | undefined {
    if (!this.rooms.has(room)) return undefined;
    const parts = this.found.get(room) ?? new Parts();
    this.found.set(room, parts);
    return parts;
  }
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
