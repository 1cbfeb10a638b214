/** Which entries of the quarantine are asked for, as conditions of the generated client. */
import type { QuarantineExtent, QuarantineFilter } from '@trove/contracts';
import type { Prisma } from '../generated/client.js';
import { DB_LIMITS } from '../limits.js';
import { isStreamId } from '../streamId.js';
import { columnsOfKey, type QuarantineKey } from './quarantineRows.js';

export interface QuarantineQuery extends QuarantineFilter {
  /** No entry that was not there then. */
  readonly extent?: QuarantineExtent | undefined;
  /** The last entry of the page before. One whose id is no stream id begins anew. */
  readonly after?: QuarantineKey | undefined;
  /** Newest first unless this is said. */
  readonly isOldestFirst?: boolean;
  /** 1 to 200. */
  readonly limit: number;
}

export function whereOf(query: QuarantineQuery): Prisma.QuarantineEventWhereInput {
  const { code, stage, type, path, hunt, version, state } = query;
  return {
    ...{ code, stage, type, path, hunt, state, huntVersion: version },
    ...whenOf(query),
    AND: [extentOf(query), spanOf(query), placeOf(query)],
  };
}

export function orderOf({ isOldestFirst = false }: Pick<QuarantineQuery, 'isOldestFirst'>) {
  const order = isOldestFirst ? ('asc' as const) : ('desc' as const);
  return [{ streamMs: order }, { streamSeq: order }, { stream: order }];
}

function extentOf({ extent }: QuarantineQuery): Prisma.QuarantineEventWhereInput {
  if (extent === undefined) return {};
  const last = Object.entries(extent).map(([stream, streamId]) => {
    return columnsOfKey({ stream, streamId });
  });
  // An empty OR would be no condition.
  if (last.length === 0) return { stream: { in: [] } };
  return {
    OR: last.map(({ stream, streamMs, streamSeq }) => ({
      ...{ stream, streamMs: { lte: streamMs } },
      OR: [{ streamMs: { lt: streamMs } }, { streamSeq: { lte: streamSeq } }],
    })),
  };
}

/** What comes behind an entry in the order asked for. */
function placeOf({ after, isOldestFirst }: QuarantineQuery): Prisma.QuarantineEventWhereInput {
  if (after === undefined || !isStreamId(after.streamId)) return {};
  const { streamMs, streamSeq, stream } = columnsOfKey(after);
  if (isOldestFirst) {
    return {
      streamMs: { gte: streamMs },
      OR: [
        { streamMs: { gt: streamMs } },
        { streamSeq: { gt: streamSeq } },
        { streamSeq, stream: { gt: stream } },
      ],
    };
  }
  return {
    streamMs: { lte: streamMs },
    OR: [
      { streamMs: { lt: streamMs } },
      { streamSeq: { lt: streamSeq } },
      { streamSeq, stream: { lt: stream } },
    ],
  };
}

function whenOf({ fromMs, toMs }: QuarantineQuery): Prisma.QuarantineEventWhereInput {
  if (fromMs === undefined || toMs === undefined) return {};
  return { refusedAt: { gte: new Date(fromMs), lt: new Date(toMs) } };
}

/** By the indexed time of the stream too, which is that of the refusal or a little later. */
function spanOf({ fromMs, toMs }: QuarantineQuery): Prisma.QuarantineEventWhereInput {
  if (fromMs === undefined || toMs === undefined) return {};
  return { streamMs: { gte: BigInt(fromMs), lt: BigInt(toMs + DB_LIMITS.refusalDelayMs) } };
}
