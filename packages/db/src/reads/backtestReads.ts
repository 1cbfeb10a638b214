/** What is known of backtests: those of a hunt, one with its result, and those to be begun. */
import { BacktestResult, type BacktestRun, BacktestScope, BacktestState } from '@trove/contracts';
import type { Db } from '../createDb.js';
import type { BacktestRun as RunRow } from '../generated/client.js';
import { DB_LIMITS } from '../limits.js';

export interface BacktestReads {
  /** The newest first, without their results. */
  ofHunt(hunt: string): Promise<BacktestRun[]>;
  get(id: string): Promise<BacktestRun | undefined>;
  /** Ids of runs that have not ended, the oldest first. */
  unended(): Promise<string[]>;
}

type ListedRow = Omit<RunRow, 'draft' | 'result' | 'holder' | 'heldUntil' | 'tries'>;

const OMITTED = { draft: true, result: true, holder: true, heldUntil: true, tries: true } as const;

export function backtestReads({ prisma }: Db): BacktestReads {
  return {
    async ofHunt(hunt) {
      const rows = await prisma.backtestRun.findMany({
        where: { hunt },
        omit: OMITTED,
        orderBy: { askedAt: 'desc' },
        take: DB_LIMITS.page,
      });
      return rows.map((row) => toRun(row, undefined));
    },
    async get(id) {
      const row = await prisma.backtestRun.findUnique({ where: { id } });
      return row ? toRun(row, resultOf(row.result)) : undefined;
    },
    async unended() {
      const rows = await prisma.backtestRun.findMany({
        where: { state: { in: ['waiting', 'running'] } },
        select: { id: true },
        orderBy: { askedAt: 'asc' },
        take: DB_LIMITS.page,
      });
      return rows.map(({ id }) => id);
    },
  };
}

function toRun(row: ListedRow, result: BacktestResult | undefined): BacktestRun {
  return {
    id: row.id,
    hunt: row.hunt,
    by: row.askedBy,
    askedAt: row.askedAt.getTime(),
    startedAt: row.startedAt?.getTime(),
    endedAt: row.endedAt?.getTime(),
    scope: BacktestScope.parse(row.scope),
    draftHash: row.draftHash,
    state: BacktestState.parse(row.state),
    done: Number(row.done),
    total: Number(row.total),
    says: row.says ?? undefined,
    result,
  };
}

/** A result of an older form is as good as none: the run can be asked for again. */
function resultOf(stored: unknown): BacktestResult | undefined {
  const parsed = BacktestResult.safeParse(stored);
  return parsed.success ? parsed.data : undefined;
}
