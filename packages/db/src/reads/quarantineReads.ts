/** What the console asks of the quarantine: by reason, by page, one by one. */
import type {
  QuarantineCause,
  QuarantineEntry,
  QuarantineExtent,
  QuarantineFilter,
} from '@trove/contracts';
import type { Db } from '../createDb.js';
import { DB_LIMITS } from '../limits.js';
import { loadSql } from '../loadSql.js';
import { isStreamId } from '../streamId.js';
import { columnsOfKey, type QuarantineKey, toEntry } from './quarantineRows.js';
import { orderOf, type QuarantineQuery, whereOf } from './quarantineWhere.js';

const GROUPS = loadSql('quarantineGroups');
const FACETS = loadSql('quarantineFacets');
const CURSORS = loadSql('readCursors');

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

export interface QuarantineGroups {
  readonly groups: readonly QuarantineGroup[];
  /** What was counted: nothing where there are no groups. */
  readonly extent: QuarantineExtent;
}

export interface GroupsQuery extends QuarantineFilter {
  readonly recent: RecentSpans;
}

/** Equal spans of time up to now. */
export interface RecentSpans {
  readonly fromMs: number;
  readonly spanMs: number;
  readonly spans: number;
}

/** How many entries of a filter have one value of what one filters by. */
export interface QuarantineFacet {
  readonly facet: 'code' | 'hunt' | 'type' | 'version';
  readonly value: string;
  readonly count: number;
}

export interface QuarantineReads {
  /** The newest 200,000 refusals of a filter by cause, the most frequent first. */
  groups(query: GroupsQuery): Promise<QuarantineGroups>;
  /** All entries that are there now. */
  extent(): Promise<QuarantineExtent>;
  /** The same by reason, hunt, type and version, the 50 most frequent values of each. */
  facets(filter: QuarantineFilter): Promise<QuarantineFacet[]>;
  /** One page, newest first unless asked otherwise. */
  list(query: QuarantineQuery): Promise<QuarantineEntry[]>;
  /** One entry by its place. */
  get(key: QuarantineKey): Promise<QuarantineEntry | undefined>;
  /** The last time the door refused an id, of one source or of any. */
  refused(id: string, source?: string): Promise<QuarantineEntry | undefined>;
}

/** Reads of the quarantine; each rejects as any query does when PostgreSQL is away. */
export function quarantineReads({ prisma, pool }: Db): QuarantineReads {
  return {
    groups: (query) => readGroups(pool, query),
    async extent() {
      const { rows } = await pool.query<CursorRow>(CURSORS, ['quarantine']);
      return Object.fromEntries(rows.map(({ stream, offset }) => [stream, offset]));
    },
    async facets(filter) {
      const { groupedRefusals, facetValues } = DB_LIMITS;
      const values = [groupedRefusals, ...valuesOf(filter), facetValues];
      return (await pool.query<QuarantineFacet>(FACETS, values)).rows;
    },
    list: async (query) => {
      const rows = await prisma.quarantineEvent.findMany({
        where: whereOf(query),
        orderBy: orderOf(query),
        take: Math.min(Math.max(query.limit, 1), DB_LIMITS.page),
      });
      return rows.map(toEntry);
    },
    get: async (key) => {
      if (!isStreamId(key.streamId)) return undefined;
      const row = await prisma.quarantineEvent.findUnique({
        where: { streamMs_streamSeq_stream: columnsOfKey(key) },
      });
      return row ? toEntry(row) : undefined;
    },
    refused: async (eventId, source) => {
      const row = await prisma.quarantineEvent.findFirst({
        where: { eventId, stage: 'door', ...(source !== undefined && { source }) },
        orderBy: orderOf({}),
      });
      return row ? toEntry(row) : undefined;
    },
  };
}

/** Hunt, code, stage, type, path, version, state and span of time: null is no matter. */
function valuesOf(filter: QuarantineFilter) {
  const { hunt, code, stage, type, path, version, state } = filter;
  const values = [hunt, code, stage, type, path, version, state, ...spanOf(filter)];
  return values.map((value) => value ?? null);
}

/** From and to, and to when an entry refused before may have reached its stream. */
function spanOf({ fromMs, toMs }: QuarantineFilter) {
  if (fromMs === undefined || toMs === undefined) return [undefined, undefined, undefined];
  return [fromMs, toMs, toMs + DB_LIMITS.refusalDelayMs];
}

interface CursorRow {
  readonly stream: string;
  readonly offset: string;
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
  /** The same in every row. */
  readonly extent: QuarantineExtent | null;
}

async function readGroups(
  pool: Db['pool'],
  { recent, ...filter }: GroupsQuery,
): Promise<QuarantineGroups> {
  const { fromMs, spanMs, spans } = recent;
  const { groupedRefusals, causes } = DB_LIMITS;
  const [hunt, ...rest] = valuesOf(filter);
  const values = [hunt, groupedRefusals, causes, fromMs, spanMs, spans, ...rest];
  const { rows } = await pool.query<GroupRow>(GROUPS, values);
  const groups = rows.map(({ first_at, last_at, recent: counts, extent: _, ...group }) => {
    return {
      ...group,
      firstAt: first_at.getTime(),
      lastAt: last_at.getTime(),
      recent: Array.from({ length: spans }, (_, span) => counts?.[span] ?? 0),
    };
  });
  return { groups, extent: rows[0]?.extent ?? {} };
}
