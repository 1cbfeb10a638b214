/**
 * What a partition decided and still holds, as events to be folded again: what the archive has not
 * taken yet is read here. An event whose log entry is gone or damaged comes without its data.
 */
import type { RecordedEvent } from '@trove/contracts';
import type { EntryView } from './codec/entryView.js';
import type { TroveRedis } from './connectRedis.js';
import { recordedEventOf, viewOrNothing } from './decidedRows.js';
import { DEFAULT_KEYS, type KeySpace, type PartitionKeys, partitionKeys } from './keys.js';
import { type OutEntry, toOutEntry } from './reads/outReader.js';

export interface RecordedCommit {
  readonly epoch: number;
  readonly firstPosition: number;
  /** Events of the commit, of whatever hunt. */
  readonly count: number;
  /** Those that were asked for, in log order. */
  readonly events: readonly RecordedEvent[];
}

export interface RecordQuery {
  readonly partition: number;
  /** Commits that end behind this position are answered. */
  readonly from: number;
  /** Only events of this hunt; absent: of all. */
  readonly hunt?: string | undefined;
}

export interface RecordSource {
  /** Commits in order, a bounded number of them; empty at the end. */
  read(query: RecordQuery): Promise<readonly RecordedCommit[]>;
  place(partition: number): Promise<PartitionPlace>;
}

/** Where a partition stands. */
export interface PartitionPlace {
  readonly epoch: number;
  /** The position of the next undecided event, and the number of all that were appended. */
  readonly decided: number;
  readonly appended: number;
}

/** Commits in one read: a commit may be a single event or a thousand, so pages grow with care. */
const FIRST_PAGE = 16;
const LARGEST_PAGE = 512;
/** Events a page should bring. */
const PAGE_EVENTS = 4_000;

export function createRecordSource(redis: TroveRedis, keys: KeySpace = DEFAULT_KEYS): RecordSource {
  let page = FIRST_PAGE;
  return {
    async read({ partition, from, hunt }) {
      const ofPartition = partitionKeys(keys, partition);
      const rows = await redis.xrangeBuffer(ofPartition.out, `(${from}-0`, '+', 'COUNT', page);
      const commits = rows.map(toOutEntry);
      const events = commits.reduce((sum, { blob }) => sum + blob.count, 0);
      const perCommit = Math.max(1, events / Math.max(1, commits.length));
      page = Math.min(LARGEST_PAGE, Math.max(FIRST_PAGE, Math.ceil(PAGE_EVENTS / perCommit)));
      const views = await readViews(redis, ofPartition, commits);
      return commits.map((commit) => toCommit(commit, views, hunt));
    },
    async place(partition) {
      const { meta } = partitionKeys(keys, partition);
      const [epoch, decided, appended] = await redis.hmget(meta, 'epoch', 'decided', 'appended');
      return {
        epoch: Number(epoch ?? 0),
        decided: Number(decided ?? 0),
        appended: Number(appended ?? 0),
      };
    },
  };
}

type Views = ReadonlyMap<string, EntryView | undefined>;

/** The log entries that some commits decided, by id. */
async function readViews(
  redis: TroveRedis,
  { log }: PartitionKeys,
  commits: readonly OutEntry[],
): Promise<Views> {
  const first = commits[0]?.blob.logEntries[0]?.id;
  const last = commits.at(-1)?.blob.logEntries.at(-1)?.id;
  if (first === undefined || last === undefined) return new Map();
  const rows = await redis.xrangeBuffer(log, first, last);
  return new Map(
    rows.map(([id, [, , , blob]]) => {
      return [id.toString('latin1'), blob === undefined ? undefined : viewOrNothing(blob)];
    }),
  );
}

function toCommit({ blob }: OutEntry, views: Views, hunt: string | undefined): RecordedCommit {
  const { epoch, firstPosition, count } = blob;
  const events: RecordedEvent[] = [];
  for (let index = 0; index < count; index += 1) {
    if (hunt !== undefined && blob.names.at(blob.huntOf(index)) !== hunt) continue;
    const entry = blob.logEntries[blob.entryOf(index)];
    const view = entry === undefined ? undefined : views.get(entry.id);
    const appliedAtUs = entry?.appendedAtUs ?? 0;
    events.push(recordedEventOf(blob, index, { view, appliedAtUs }));
  }
  return { epoch, firstPosition, count, events };
}
