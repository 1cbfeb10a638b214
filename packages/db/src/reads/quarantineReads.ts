/** What the console asks of the quarantine: by reason, by page, one by one. */
import type { QuarantineEntry } from '@trove/contracts';
import type { Db } from '../createDb.js';
import type { Prisma, QuarantineEvent } from '../generated/client.js';
import { DB_LIMITS } from '../limits.js';
import { isStreamId, parseStreamId } from '../streamId.js';

export interface QuarantineGroup {
  readonly code: QuarantineEntry['code'];
  readonly stage: QuarantineEntry['stage'];
  readonly count: number;
  /** Millisecond of the first and the last refusal. */
  readonly firstAt: number;
  readonly lastAt: number;
}

/** Where an entry stands: ids are unique within one stream only. */
export type QuarantineKey = Pick<QuarantineEntry, 'stream' | 'streamId'>;

export interface QuarantineQuery {
  readonly code?: string | undefined;
  readonly hunt?: string | undefined;
  readonly type?: string | undefined;
  /** The last entry of the page before. One whose id is no stream id begins anew. */
  readonly after?: QuarantineKey | undefined;
  /** 1 to 200. */
  readonly limit: number;
}

export interface QuarantineReads {
  /** Refusals by reason, the most frequent first. */
  groups(filter?: { hunt?: string | undefined }): Promise<QuarantineGroup[]>;
  /** One page, newest first. */
  list(query: QuarantineQuery): Promise<QuarantineEntry[]>;
  /** One entry by its place. */
  get(key: QuarantineKey): Promise<QuarantineEntry | undefined>;
}

/** Reads of the quarantine; each rejects as any query does when PostgreSQL is away. */
export function quarantineReads({ prisma }: Db): QuarantineReads {
  return {
    groups: (filter = {}) => readGroups(prisma, filter.hunt),
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

async function readGroups(prisma: Db['prisma'], hunt: string | undefined) {
  const groups = await prisma.quarantineEvent.groupBy({
    by: ['code', 'stage'],
    where: { hunt },
    _count: { _all: true },
    _min: { refusedAt: true },
    _max: { refusedAt: true },
    orderBy: [{ _count: { code: 'desc' } }, { code: 'asc' }],
  });
  return groups.map((group) => ({
    code: group.code as QuarantineGroup['code'],
    stage: group.stage as QuarantineGroup['stage'],
    count: group._count._all,
    firstAt: group._min.refusedAt?.getTime() ?? 0,
    lastAt: group._max.refusedAt?.getTime() ?? 0,
  }));
}

function whereOf({ code, hunt, type, after }: QuarantineQuery): Prisma.QuarantineEventWhereInput {
  const filter = { code, hunt, type };
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
  const { streamMs, streamSeq, refusedAt, original, ...fields } = row;
  return {
    ...fields,
    streamId: `${streamMs}-${streamSeq}`,
    refusedAt: refusedAt.getTime(),
    stage: fields.stage as QuarantineEntry['stage'],
    ack: fields.ack as QuarantineEntry['ack'],
    code: fields.code as QuarantineEntry['code'],
    transport: fields.transport as QuarantineEntry['transport'],
    original: Buffer.from(original).toString('utf8'),
  };
}
