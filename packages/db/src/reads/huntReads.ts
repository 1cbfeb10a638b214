/** What screens ask about versions of hunts. Nothing here is on a player's way. */
import type { Db } from '../createDb.js';
import { DB_LIMITS } from '../limits.js';

export interface VersionSummary {
  readonly version: number;
  readonly title: string;
  readonly hash: string;
  readonly eventId: string;
  readonly publishedBy: string;
  readonly publishedAt: Date;
  /** When its event was known to stand in the log; null until then. */
  readonly announcedAt: Date | null;
}

export interface VersionText extends VersionSummary {
  /** Canonical JSON. */
  readonly body: string;
  /** The designer's YAML text. */
  readonly source: string;
}

export interface HuntReads {
  /** Versions of a hunt, newest first; empty when there is no such hunt. */
  versions(slug: string): Promise<VersionSummary[]>;
  /** The newest version, without its texts. */
  newestVersion(slug: string): Promise<VersionSummary | undefined>;
  /** One version with its texts. */
  version(slug: string, version: number): Promise<VersionText | undefined>;
  /** Whether some version of the hunt has this very text. */
  hasText(slug: string, source: string): Promise<boolean>;
}

const SUMMARY = {
  version: true,
  title: true,
  hash: true,
  eventId: true,
  publishedBy: true,
  publishedAt: true,
  announcedAt: true,
} as const;

/** Reads of hunts; each rejects as any query does when PostgreSQL is away. */
export function huntReads({ prisma }: Db): HuntReads {
  return {
    versions: (slug) =>
      prisma.huntVersion.findMany({
        where: { slug },
        select: SUMMARY,
        orderBy: { version: 'desc' },
        take: DB_LIMITS.page,
      }),
    newestVersion: async (slug) => {
      const order = { version: 'desc' } as const;
      const where = { slug };
      return (
        (await prisma.huntVersion.findFirst({ where, select: SUMMARY, orderBy: order })) ??
        undefined
      );
    },
    version: async (slug, version) => {
      const found = await prisma.huntVersion.findUnique({
        where: { slug_version: { slug, version } },
        select: { ...SUMMARY, body: true, source: true },
      });
      return found ?? undefined;
    },
    hasText: async (slug, source) => {
      return (await prisma.huntVersion.count({ where: { slug, source } })) > 0;
    },
  };
}
