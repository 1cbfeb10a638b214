/** Who changed what: rows are added and read; the database refuses anything else. */
import type { Db } from '../createDb.js';
import { type AuditEntry, Prisma } from '../generated/client.js';
import { DB_LIMITS } from '../limits.js';

/** Entries of one page: with fewer, nothing older is left. */
export const AUDIT_PAGE = DB_LIMITS.page;

export interface NewAuditEntry {
  /** Id of the user, or `key:<id>`. */
  readonly actor: string;
  readonly name: string;
  readonly act: string;
  readonly subject: string;
  /** JSON values; left out where there was nothing, or where they would tell a secret. */
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface AuditFilter {
  readonly subject?: string;
  readonly actor?: string;
  /** Entries older than this id. */
  readonly beforeId?: bigint;
}

export interface AuditStore {
  add(entry: NewAuditEntry): Promise<void>;
  /** Newest first, a page. */
  list(filter: AuditFilter): Promise<readonly AuditEntry[]>;
}

/** The audit log of one database. */
export function auditStore({ prisma }: Db): AuditStore {
  return {
    add: async ({ before, after, ...entry }) => {
      const values = { before: jsonOf(before), after: jsonOf(after) };
      await prisma.auditEntry.create({ data: { ...entry, ...values } });
    },
    list: ({ subject, actor, beforeId }) =>
      prisma.auditEntry.findMany({
        where: {
          ...(subject === undefined ? {} : { subject }),
          ...(actor === undefined ? {} : { actor }),
          ...(beforeId === undefined ? {} : { id: { lt: beforeId } }),
        },
        orderBy: { id: 'desc' },
        take: AUDIT_PAGE,
      }),
  };
}

function jsonOf(value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === undefined || value === null ? Prisma.DbNull : value;
}
