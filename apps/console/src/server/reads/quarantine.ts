/**
 * Reads of refused events. PostgreSQL holds them all; while it is away, the newest that still
 * stand in Redis are shown instead, and the answer says so.
 */
import type { ProblemCode, QuarantineEntry, QuarantineFilter } from '@trove/contracts';
import type { z } from 'zod';
import type { EntriesAnswer, FacetsAnswer, GroupsAnswer } from '../../features/quarantine/answers';
import { db, logger, partitionCount, redis } from '../connections';
import { contracts, database, streams } from '../packages';
import { groupEntries } from './groupEntries';
import {
  type FilterQuery,
  filterOf,
  type QuarantineListQuery,
  type QuarantineSpanQuery,
} from './quarantineQueries';

/** The last day, an hour a span: what a group's spark line shows. */
const SPAN_MS = 3_600_000;
const SPANS = 24;

const PAGE = 50;
const FROM_REDIS = 1_000;

/** Groups by cause, most frequent first. */
export async function readGroups({ cause: _, ...query }: FilterQuery): Promise<GroupsAnswer> {
  const now = Date.now();
  const fromMs = now - (now % SPAN_MS) - (SPANS - 1) * SPAN_MS;
  const recent = { fromMs, spanMs: SPAN_MS, spans: SPANS };
  const filter = filterOf(query);
  const { from, value } = await orFromRedis(
    () => database.quarantineReads(db()).groups({ ...filter, recent }),
    (entries) => {
      const asked = entries.filter((entry) => isOf(entry, filter));
      return { groups: groupEntries(asked, recent), extent: {} };
    },
    filter,
  );
  const { groups, extent } = value;
  const views = groups.map((group) => ({ ...group, means: meaningOf(group.code) }));
  return { from, groups: views, extent };
}

/** How many there are of each reason, hunt, type and version. */
export async function readFacets({ cause: _, ...query }: FilterQuery): Promise<FacetsAnswer> {
  return { facets: await database.quarantineReads(db()).facets(filterOf(query)) };
}

/** One page of entries, newest first. */
export async function readEntries({
  after,
  ...query
}: z.output<typeof QuarantineListQuery>): Promise<EntriesAnswer> {
  const filter = filterOf(query);
  const { from, value } = await orFromRedis(
    () => database.quarantineReads(db()).list({ ...filter, after: keyOf(after), limit: PAGE }),
    (entries) => entries.filter((entry) => isOf(entry, filter)).slice(0, PAGE),
    filter,
  );
  return { from, entries: value, isCut: value.length >= PAGE };
}

/** The newest refusals of a span of time: for the events behind a chart. */
export async function readSpan({
  code,
  hunt,
  from: fromMs,
  to: toMs,
}: z.output<typeof QuarantineSpanQuery>): Promise<EntriesAnswer> {
  const { from, value } = await orFromRedis(
    () => database.quarantineReads(db()).list({ code, hunt, fromMs, toMs, limit: PAGE }),
    (entries) => entries.filter((entry) => isOf(entry, { hunt, code })).slice(0, PAGE),
    { fromMs, toMs },
  );
  return { from, entries: value, isCut: value.length >= PAGE };
}

function keyOf(after: string | undefined) {
  const [stream, streamId] = after?.split(':') ?? [];
  return stream && streamId ? { stream, streamId } : undefined;
}

async function orFromRedis<T>(
  read: () => Promise<T>,
  fold: (entries: readonly QuarantineEntry[]) => T,
  { fromMs, toMs }: Pick<QuarantineFilter, 'fromMs' | 'toMs'> = {},
): Promise<{ from: 'postgres' | 'redis'; value: T }> {
  try {
    return { from: 'postgres', value: await read() };
  } catch (error) {
    logger().warn({ err: error }, 'quarantine is shown from Redis');
    const limit = FROM_REDIS;
    const span = fromMs === undefined || toMs === undefined ? {} : { fromMs, toMs };
    const entries = await streams.readQuarantine(redis(), {
      partitions: await partitionCount(),
      limit,
      ...span,
    });
    return { from: 'redis', value: fold(entries) };
  }
}

/** Of an entry in Redis nobody knows what was done about it: it is taken to be open. */
function isOf(entry: QuarantineEntry, filter: QuarantineFilter): boolean {
  if (filter.version !== undefined && filter.version !== entry.huntVersion) return false;
  if (filter.state !== undefined && filter.state !== 'open') return false;
  return (['hunt', 'code', 'stage', 'type', 'path'] as const).every((name) => {
    return filter[name] === undefined || entry[name] === filter[name];
  });
}

/** One entry by its place: from PostgreSQL, or the newest in Redis while that is away. */
export async function readEntry(key: {
  readonly stream: string;
  readonly streamId: string;
}): Promise<QuarantineEntry | undefined> {
  const { value } = await orFromRedis(
    async () => [await database.quarantineReads(db()).get(key)],
    (entries) =>
      entries.filter((entry) => {
        return entry.stream === key.stream && entry.streamId === key.streamId;
      }),
  );
  return value[0];
}

const { PROBLEMS } = contracts;
const OTHER_MEANINGS: Readonly<Record<string, string>> = {
  decide_failed: 'It stood in the log, but could not be decided.',
  id_conflict: 'Its id was used before, with another content.',
};

function meaningOf(code: string): string {
  return PROBLEMS[code as ProblemCode]?.means ?? OTHER_MEANINGS[code] ?? '';
}
