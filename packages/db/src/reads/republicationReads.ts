/** What is known of retroactive publications: the newest of a hunt, and those to be begun. */
import { type RepublicationRun, RepublicationState } from '@trove/contracts';
import type { Db } from '../createDb.js';
import { DB_LIMITS } from '../limits.js';

export interface RepublicationReads {
  /** Undefined where none was ever asked for. */
  newest(hunt: string): Promise<RepublicationRun | undefined>;
  /** The hunt of one. */
  huntOf(id: string): Promise<string | undefined>;
  /** Ids of runs that have not ended, the oldest first. */
  unended(): Promise<string[]>;
  /** True while what one has moved in the log of these hunts may not stand in the ledger yet. */
  isSwapping(hunts: readonly string[]): Promise<boolean>;
}

const UNENDED = ['waiting', 'running', 'swapping'];

export function republicationReads({ prisma }: Db): RepublicationReads {
  return {
    async newest(hunt) {
      const row = await prisma.republication.findFirst({
        where: { hunt },
        omit: { draft: true },
        orderBy: { askedAt: 'desc' },
      });
      if (!row) return undefined;
      return {
        id: row.id,
        hunt: row.hunt,
        by: row.askedBy,
        askedAt: row.askedAt.getTime(),
        endedAt: row.endedAt?.getTime(),
        version: row.baseVersion + 1,
        state: RepublicationState.parse(row.state),
        done: Number(row.done),
        total: Number(row.total),
        says: row.says ?? undefined,
        teamsMoved: row.teamsMoved ?? undefined,
      };
    },
    async huntOf(id) {
      const row = await prisma.republication.findUnique({ where: { id }, select: { hunt: true } });
      return row?.hunt;
    },
    async isSwapping(hunts) {
      const where = { state: 'swapping', hunt: { in: [...hunts] } };
      return (await prisma.republication.count({ where })) > 0;
    },
    async unended() {
      const rows = await prisma.republication.findMany({
        where: { state: { in: UNENDED } },
        select: { id: true },
        orderBy: { askedAt: 'asc' },
        take: DB_LIMITS.page,
      });
      return rows.map(({ id }) => id);
    },
  };
}
