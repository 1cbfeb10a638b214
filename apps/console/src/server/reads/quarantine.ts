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

const { HuntSlug, PROBLEMS, QuarantineRecord } = contracts;

/** The last day, an hour a span: what a group's spark line shows. */
const SPAN_MS = 3_600_000;
const SPANS = 24;

const PAGE = 50;
const FROM_REDIS = 1_000;

const Code = z.string().regex(/^[a-z_]{1,40}$/);
const Stream = z.string().regex(/^[a-z0-9]{1,16}$/);
const StreamId = z.string().regex(/^\d{1,16}-\d{1,10}$/);
export const GroupsQuery = z.object({ hunt: HuntSlug.optional() });
/** A cause as the screen's address carries it: the JSON of its four parts. */
const Cause = z
  .string()
  .max(4_096)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' });
      return z.NEVER;
    }
  })
  .pipe(
    z.object({
      code: QuarantineRecord.shape.code,
      stage: QuarantineRecord.shape.stage,
      type: z.string(),
      path: z.string(),
    }),
  );
export const QuarantineListQuery = z.object({
  code: Code.optional(),
  cause: Cause.optional(),
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

/** Groups by cause, most frequent first. */
export async function readGroups(query: z.output<typeof GroupsQuery>): Promise<GroupsAnswer> {
  const now = Date.now();
  const fromMs = now - (now % SPAN_MS) - (SPANS - 1) * SPAN_MS;
  const recent = { fromMs, spanMs: SPAN_MS, spans: SPANS };
  const { from, value } = await orFromRedis(
    () => database.quarantineReads(db()).groups({ ...query, recent }),
    (entries) =>
      groupEntries(
        entries.filter((entry) => isOf(entry, query)),
        recent,
      ),
  );
  return { from, groups: value.map((group) => ({ ...group, means: meaningOf(group.code) })) };
}

/** One page of entries, newest first. */
export async function readEntries({
  after,
  hunt,
  code,
  cause,
}: z.output<typeof QuarantineListQuery>): Promise<EntriesAnswer> {
  const of = cause ?? (code === undefined ? {} : { code: code as QuarantineEntry['code'] });
  const filter = { hunt, ...of };
  const { from, value } = await orFromRedis(
    () => {
      return database
        .quarantineReads(db())
        .list({ hunt, cause: of, after: keyOf(after), limit: PAGE });
    },
    (entries) => entries.filter((entry) => isOf(entry, filter)).slice(0, PAGE),
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
  const cause = code === undefined ? {} : { code: code as QuarantineEntry['code'] };
  const { from, value } = await orFromRedis(
    () => {
      const span = { cause, hunt, fromMs, toMs, limit: PAGE };
      return database.quarantineReads(db()).list(span);
    },
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
  span: { readonly fromMs?: number; readonly toMs?: number } = {},
): Promise<{ from: 'postgres' | 'redis'; value: T }> {
  try {
    return { from: 'postgres', value: await read() };
  } catch (error) {
    logger().warn({ err: error }, 'quarantine is shown from Redis');
    const limit = FROM_REDIS;
    const entries = await streams.readQuarantine(redis(), {
      partitions: env().TROVE_PARTITIONS,
      limit,
      ...span,
    });
    return { from: 'redis', value: fold(entries) };
  }
}

interface Filter {
  readonly hunt?: string | undefined;
  readonly code?: string | undefined;
  readonly stage?: string;
  readonly type?: string;
  readonly path?: string;
}

function isOf(entry: QuarantineEntry, filter: Filter): boolean {
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

const OTHER_MEANINGS: Readonly<Record<string, string>> = {
  decide_failed: 'It stood in the log, but could not be decided.',
  id_conflict: 'Its id was used before, with another content.',
};

function meaningOf(code: string): string {
  return PROBLEMS[code as ProblemCode]?.means ?? OTHER_MEANINGS[code] ?? '';
}
