/**
 * Reads of refused events. PostgreSQL holds them all; while it is away, the newest that still
 * stand in Redis are shown instead, and the answer says so.
 */
import type { ProblemCode, QuarantineEntry } from '@trove/contracts';
import { z } from 'zod';
import { env } from '../../env';
import type { EntriesAnswer, GroupsAnswer } from '../../features/quarantine/answers';
import { db, logger, redis } from '../connections';
import { contracts, database, streams } from '../packages';
import { groupEntries } from './groupEntries';

const { HuntSlug, PROBLEMS } = contracts;

const PAGE = 50;
const FROM_REDIS = 1_000;

const Code = z.string().regex(/^[a-z_]{1,40}$/);
const Stream = z.string().regex(/^[a-z0-9]{1,16}$/);
const StreamId = z.string().regex(/^\d{1,16}-\d{1,10}$/);
export const GroupsQuery = z.object({ hunt: HuntSlug.optional() });
export const QuarantineListQuery = z.object({
  code: Code.optional(),
  hunt: HuntSlug.optional(),
  /** Where the page before ended: `<stream>:<id>`. */
  after: z.templateLiteral([Stream, ':', StreamId]).optional(),
});
export const QuarantineSpanQuery = z.object({
  code: Code.optional(),
  hunt: HuntSlug.optional(),
  from: z.coerce.number().int().min(0),
  to: z.coerce.number().int().min(0),
});

/** Groups by reason, most frequent first. */
export async function readGroups(query: z.output<typeof GroupsQuery>): Promise<GroupsAnswer> {
  const { from, value } = await orFromRedis(
    () => database.quarantineReads(db()).groups(query),
    (entries) => groupEntries(entries.filter((entry) => isOf(entry, query))),
  );
  return { from, groups: value.map((group) => ({ ...group, means: meaningOf(group.code) })) };
}

/** One page of entries, newest first. */
export async function readEntries({
  after,
  ...query
}: z.output<typeof QuarantineListQuery>): Promise<EntriesAnswer> {
  const { from, value } = await orFromRedis(
    () => database.quarantineReads(db()).list({ ...query, after: keyOf(after), limit: PAGE }),
    (entries) => entries.filter((entry) => isOf(entry, query)).slice(0, PAGE),
  );
  return { from, entries: value, isCut: value.length >= PAGE };
}

/** Refusals of a span of time, straight from Redis: for the events behind a chart. */
export async function readSpan(
  query: z.output<typeof QuarantineSpanQuery>,
): Promise<EntriesAnswer> {
  const entries = await streams.readQuarantine(redis(), {
    partitions: env().TROVE_PARTITIONS,
    fromMs: query.from,
    toMs: query.to,
    limit: FROM_REDIS,
  });
  const matching = entries.filter((entry) => isOf(entry, query));
  return { from: 'redis', entries: matching.slice(0, PAGE), isCut: matching.length > PAGE };
}

function keyOf(after: string | undefined) {
  const [stream, streamId] = after?.split(':') ?? [];
  return stream && streamId ? { stream, streamId } : undefined;
}

async function orFromRedis<T>(
  read: () => Promise<T>,
  fold: (entries: readonly QuarantineEntry[]) => T,
): Promise<{ from: 'postgres' | 'redis'; value: T }> {
  try {
    return { from: 'postgres', value: await read() };
  } catch (error) {
    logger().warn({ err: error }, 'quarantine is shown from Redis');
    const limit = FROM_REDIS;
    const entries = await streams.readQuarantine(redis(), {
      partitions: env().TROVE_PARTITIONS,
      limit,
    });
    return { from: 'redis', value: fold(entries) };
  }
}

function isOf(entry: QuarantineEntry, filter: { code?: string; hunt?: string }): boolean {
  return (
    (filter.code === undefined || entry.code === filter.code) &&
    (filter.hunt === undefined || entry.hunt === filter.hunt)
  );
}

const OTHER_MEANINGS: Readonly<Record<string, string>> = {
  decide_failed: 'It stood in the log, but could not be decided.',
  id_conflict: 'Its id was used before, with another content.',
};

function meaningOf(code: string): string {
  return PROBLEMS[code as ProblemCode]?.means ?? OTHER_MEANINGS[code] ?? '';
}
