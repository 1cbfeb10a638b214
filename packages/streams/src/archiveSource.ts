/**
 * Every decided event with its outcome and with what the log holds of it, for the archive's sink.
 * An event whose log entry is gone or damaged comes without its data; its outcome is never lost.
 */
import type { DecidedEntryHead, DecidedEvent } from '@trove/contracts';
import type { EntryView } from './codec/entryView.js';
import type { TroveRedis } from './connectRedis.js';
import { decidedEventOf, viewOrNothing } from './decidedRows.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from './keys.js';
import { DeliveryIndex, readNotes } from './reads/deliveryReads.js';
import { type OutEntry, toOutEntry } from './reads/outReader.js';
import { ARCHIVE_SINK, acknowledgeSink, setStopped } from './sinkState.js';

/** The events of one log entry, in log order. */
export interface DecidedEntry extends DecidedEntryHead {
  readonly events: readonly DecidedEvent[];
}

export interface DecidedCommit {
  /** Id in `out`. */
  readonly id: string;
  readonly epoch: number;
  readonly firstPosition: number;
  readonly count: number;
  readonly entries: readonly DecidedEntry[];
  /** Bytes that it takes in `out` and in the log. */
  readonly bytes: number;
  /** Events whose log entry is gone or damaged. */
  readonly withoutData: number;
}

/** What waits for the archive in one partition. */
export interface ArchiveBacklog {
  /** Events decided since the place the sink has reached. */
  readonly events: number;
  /** When the oldest of them was committed, ms; undefined when none waits. */
  readonly oldestMs: number | undefined;
}

export interface ArchiveSource {
  /** Commits after an id of `out`, in order, until `limit` events; empty at the end. */
  read(partition: number, afterId: string, limit: number): Promise<readonly DecidedCommit[]>;
  /** The epoch the partition is in now; 0 before its first commit. */
  epoch(partition: number): Promise<number>;
  backlog(partition: number, afterId: string): Promise<ArchiveBacklog>;
  /** Tells that everything up to this id is archived, so that it may be trimmed. */
  acknowledge(partition: number, outId: string): Promise<void>;
  /** Tells everybody why the archive writes nothing; undefined when it goes on. */
  setStopped(partition: number, says: string | undefined): Promise<void>;
}

/** Commits of one read: each has at most a thousand events and its log entries are read with it. */
const PAGE = 8;

export function createArchiveSource(
  redis: TroveRedis,
  keys: KeySpace = DEFAULT_KEYS,
): ArchiveSource {
  return {
    async read(partition, afterId, limit) {
      const { out } = partitionKeys(keys, partition);
      const rows = await redis.xrangeBuffer(out, `(${afterId}`, '+', 'COUNT', PAGE);
      const taken: OutEntry[] = [];
      let events = 0;
      for (const row of rows) {
        const entry = toOutEntry(row);
        taken.push(entry);
        events += entry.blob.count;
        if (events >= limit) break;
      }
      const logged = await readLogged(redis, partitionKeys(keys, partition).log, taken);
      const delivered = await readDelivered(redis, { partition, keys }, taken);
      return taken.map((entry) => toCommit(entry, logged, delivered));
    },
    async epoch(partition) {
      return Number((await redis.hget(partitionKeys(keys, partition).meta, 'epoch')) ?? 0);
    },
    async backlog(partition, afterId) {
      const { out, meta } = partitionKeys(keys, partition);
      const [decided, oldest] = await Promise.all([
        redis.hget(meta, 'decided'),
        redis.xrangeBuffer(out, `(${afterId}`, '+', 'COUNT', 1),
      ]);
      const [row] = oldest;
      const after = Number(afterId.slice(0, afterId.indexOf('-')));
      return {
        events: Math.max(0, Number(decided ?? 0) - after),
        oldestMs: row === undefined ? undefined : toOutEntry(row).committedAtUs / 1000,
      };
    },
    acknowledge: (partition, outId) =>
      acknowledgeSink(redis, { sink: ARCHIVE_SINK, partition, outId, keys }),
    setStopped: (partition, says) => setStopped(redis, { partition, says, keys }),
  };
}

interface Logged {
  readonly view: EntryView | undefined;
  readonly bytes: number;
}

/** The log entries that some commits decided, by id. */
async function readLogged(
  redis: TroveRedis,
  log: string,
  commits: readonly OutEntry[],
): Promise<ReadonlyMap<string, Logged>> {
  const first = commits[0]?.blob.logEntries[0]?.id;
  const last = commits.at(-1)?.blob.logEntries.at(-1)?.id;
  const logged = new Map<string, Logged>();
  if (first === undefined || last === undefined) return logged;
  for (const [id, fields] of await redis.xrangeBuffer(log, first, last)) {
    const blob = fields[3];
    if (blob === undefined) continue;
    logged.set(id.toString('latin1'), { view: viewOrNothing(blob), bytes: blob.length });
  }
  return logged;
}

/** Acknowledgements later than this after the last commit of a read come too late for its file. */
const ACKNOWLEDGED_WITHIN_MS = 120_000;

/** What was pushed and acknowledged of some commits, as far as it is noted by now. */
async function readDelivered(
  redis: TroveRedis,
  { partition, keys }: { readonly partition: number; readonly keys: KeySpace },
  commits: readonly OutEntry[],
): Promise<DeliveryIndex> {
  const index = new DeliveryIndex();
  const [first, last] = [commits[0], commits.at(-1)];
  if (first === undefined || last === undefined) return index;
  const fromMs = first.committedAtUs / 1000;
  const toMs = last.committedAtUs / 1000 + ACKNOWLEDGED_WITHIN_MS;
  for await (const { notes } of readNotes(redis, { partition, fromMs, toMs }, keys)) {
    for (const note of notes) index.add(note);
  }
  return index;
}

function toCommit(
  { id, blob, bytes, committedAtUs }: OutEntry,
  logged: ReadonlyMap<string, Logged>,
  delivered: DeliveryIndex,
): DecidedCommit {
  const offset = Number.parseInt(id, 10);
  let size = bytes.length;
  let withoutData = 0;
  let index = 0;
  const entries = blob.logEntries.map(({ id: logId, door, appendedAtUs }, number): DecidedEntry => {
    const found = logged.get(logId);
    size += found?.bytes ?? 0;
    const events: DecidedEvent[] = [];
    for (; index < blob.count && blob.entryOf(index) === number; index += 1) {
      const event = decidedEventOf(blob, index, { view: found?.view, delivered, offset });
      if (event.data === undefined) withoutData += 1;
      events.push(event);
    }
    const decidedAtUs = blob.decidedAtUs;
    return { logId, door, appliedAtUs: appendedAtUs, decidedAtUs, committedAtUs, events };
  });
  const { epoch, firstPosition, count } = blob;
  return { id, epoch, firstPosition, count, entries, bytes: size, withoutData };
}
