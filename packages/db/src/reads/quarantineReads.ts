/** What the console asks of the quarantine: by reason, by page, one by one. */
import type { QuarantineCause, QuarantineEntry, QuarantineReplay } from '@trove/contracts';
import type { Db } from '../createDb.js';
import type { Prisma, QuarantineEvent } from '../generated/client.js';
import { DB_LIMITS } from '../limits.js';
import { loadSql } from '../loadSql.js';
import { isStreamId, parseStreamId } from '../streamId.js';

const GROUPS = loadSql('quarantineGroups');

export interface QuarantineGroup extends QuarantineCause {
  readonly count: number;
  /** Of these, sent again by somebody. */
  readonly replayed: number;
  /** What was found in one of them. */
  readonly example: string;
  /** Millisecond of the first and the last refusal. */
  readonly firstAt: number;
  readonly lastAt: number;
  /** Refusals in each span of the time asked for, oldest first. */
  readonly recent: readonly number[];
}

export interface GroupsQuery {
  readonly hunt?: string | undefined;
  readonly recent: RecentSpans;
}

/** Equal spans of time up to now. */
export interface RecentSpans {
  readonly fromMs: number;
  readonly spanMs: number;
  readonly spans: number;
}

/** Where an entry stands: ids are unique within one stream only. */
export type QuarantineKey = Pick<QuarantineEntry, 'stream' | 'streamId'>;

export interface QuarantineQuery {
  readonly cause?: Partial<QuarantineCause> | undefined;
  readonly hunt?: string | undefined;
  /** Refused from (inclusive) to (exclusive), ms; both or none. */
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  /** The last entry of the page before. One whose id is no stream id begins anew. */
  readonly after?: QuarantineKey | undefined;
  /** 1 to 200. */
  readonly limit: number;
}

export interface QuarantineReads {
  /** The newest 200,000 refusals by cause, the most frequent first. */
  groups(query: GroupsQuery): Promise<QuarantineGroup[]>;
  /** One page, newest first. */
  list(query: QuarantineQuery): Promise<QuarantineEntry[]>;
  /** One entry by its place. */
  get(key: QuarantineKey): Promise<QuarantineEntry | undefined>;
}

/** Reads of the quarantine; each rejects as any query does when PostgreSQL is away. */
export function quarantineReads({ prisma, pool }: Db): QuarantineReads {
  return {
    groups: (query) => readGroups(pool, query),
    list: async (query) => {
      const rows = await prisma.quarantineEvent.findMany({
        where: whereOf(query),
        orderBy: [{ streamMs: 'desc' }, { streamSeq: 'desc' }, { stream: 'desc' }],
        take: Math.min(Math.max(query.limit, 1), DB_LIMITS.page),
      });
      return rows.map(toEntry);
    },
    get: async (key) => {
      if (!isStreamId(key.streamId)) return undefined;
      const row = await prisma.quarantineEvent.findUnique({
        where: { streamMs_streamSeq_stream: columnsOf(key) },
      });
      return row ? toEntry(row) : undefined;
    },
  };
}

/** As pg hands it over. */
interface GroupRow extends QuarantineCause {
  readonly count: number;
  readonly replayed: number;
  readonly example: string;
  readonly first_at: Date;
  readonly last_at: Date;
  /** Counts by number of the span; null when none lies in one. */
  readonly recent: Readonly<Record<number, number>> | null;
}

async function readGroups(pool: Db['pool'], { hunt, recent }: GroupsQuery) {
  const { fromMs, spanMs, spans } = recent;
  const { groupedRefusals, causes } = DB_LIMITS;
  const values = [hunt ?? null, groupedRefusals, causes, fromMs, spanMs, spans];
  const { rows } = await pool.query<GroupRow>(GROUPS, values);
  return rows.map(({ first_at, last_at, recent: counts, ...group }): QuarantineGroup => {
    return {
      ...group,
      firstAt: first_at.getTime(),
      lastAt: last_at.getTime(),
      recent: Array.from({ length: spans }, (_, span) => counts?.[span] ?? 0),
    };
  });
}

function whereOf(query: QuarantineQuery): Prisma.QuarantineEventWhereInput {
  const { cause, hunt, after } = query;
  const filter = { ...cause, hunt, ...whenOf(query) };
  if (after === undefined || !isStreamId(after.streamId)) return filter;
  const { streamMs, streamSeq, stream } = columnsOf(after);
  return {
    ...filter,
    streamMs: { lte: streamMs },
    OR: [
      { streamMs: { lt: streamMs } },
      { streamSeq: { lt: streamSeq } },
      { streamSeq, stream: { lt: stream } },
    ],
  };
}

function columnsOf({ stream, streamId }: QuarantineKey) {
  const { ms, seq } = parseStreamId(streamId);
  return { streamMs: BigInt(ms), streamSeq: BigInt(seq), stream };
}

function toEntry(row: QuarantineEvent): QuarantineEntry {
  const { streamMs, streamSeq, refusedAt, original, ...rest } = row;
  const { replayedAt, replayedBy, replayOutcome, ...fields } = rest;
  const replay = replayedAt && {
    at: replayedAt.getTime(),
    by: replayedBy ?? '',
    outcome: replayOutcome as QuarantineReplay['outcome'],
  };
  return {
    ...fields,
    ...(replay && { replay }),
    streamId: `${streamMs}-${streamSeq}`,
    refusedAt: refusedAt.getTime(),
    stage: fields.stage as QuarantineEntry['stage'],
    ack: fields.ack as QuarantineEntry['ack'],
    code: fields.code as QuarantineEntry['code'],
    transport: fields.transport as QuarantineEntry['transport'],
    original: Buffer.from(original).toString('utf8'),
  };
}

/** By the indexed time of the stream too, which is that of the refusal or a little later. */
function whenOf({ fromMs, toMs }: QuarantineQuery): Prisma.QuarantineEventWhereInput {
  if (fromMs === undefined || toMs === undefined) return {};
  return {
    refusedAt: { gte: new Date(fromMs), lt: new Date(toMs) },
    AND: { streamMs: { gte: BigInt(fromMs), lt: BigInt(toMs + DB_LIMITS.refusalDelayMs) } },
  };
}
