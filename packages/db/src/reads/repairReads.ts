/** What is known of repair runs: a list, one by its id, and those that should be running. */
import type { RepairCounts, RepairRun } from '@trove/contracts';
import type { Db } from '../createDb.js';
import type { Prisma, RepairRun as RunRow } from '../generated/client.js';
import { DB_LIMITS } from '../limits.js';

export interface RepairReads {
  /** Those that run, then the others; the newest first, at most 50 of each. */
  list(): Promise<RepairRun[]>;
  get(id: string): Promise<RepairRun | undefined>;
  /** Ids of runs that have not ended, the oldest first. */
  running(): Promise<string[]>;
}

export function repairReads({ prisma }: Db): RepairReads {
  return {
    async list() {
      const take = DB_LIMITS.repairRuns;
      const of = (state: Prisma.RepairRunWhereInput['state']) =>
        prisma.repairRun.findMany({ where: { state }, orderBy: { startedAt: 'desc' }, take });
      const running = await of('running');
      const ended = await of({ not: 'running' });
      // What has ended between the two is in both.
      const late = new Set(ended.map(({ id }) => id));
      return [...running.filter(({ id }) => !late.has(id)), ...ended].map(toRun);
    },
    async get(id) {
      const row = await prisma.repairRun.findUnique({ where: { id } });
      return row ? toRun(row) : undefined;
    },
    async running() {
      const rows = await prisma.repairRun.findMany({
        where: { state: 'running' },
        select: { id: true },
        orderBy: { startedAt: 'asc' },
        take: DB_LIMITS.repairRuns,
      });
      return rows.map(({ id }) => id);
    },
  };
}

function toRun(row: RunRow): RepairRun {
  return {
    id: row.id,
    by: row.startedBy,
    startedAt: row.startedAt.getTime(),
    endedAt: row.endedAt?.getTime(),
    filter: row.filter as RepairRun['filter'],
    rule: { condition: row.condition, patch: row.patch as RepairRun['rule']['patch'] },
    rate: row.rate,
    allowsClosed: row.allowsClosed,
    state: row.state as RepairRun['state'],
    total: row.total,
    counts: row.counts as RepairCounts,
    says: row.says ?? undefined,
  };
}
