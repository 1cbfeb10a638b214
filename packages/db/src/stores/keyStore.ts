/** API keys of servers. A key itself is never stored; who shows it is found by its digest. */
import type { Db } from '../createDb.js';
import type { ApiKey } from '../generated/client.js';
import { DB_LIMITS } from '../limits.js';

export type StoredKey = Omit<ApiKey, 'digest'>;

export interface NewKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  /** SHA-256 of the key, hex. */
  readonly digest: string;
  readonly source: string;
  readonly hunts: readonly string[];
  readonly may: readonly string[];
  readonly createdBy: string;
  readonly expiresAt?: Date;
}

export interface KeyStore {
  add(key: NewKey): Promise<void>;
  /** Newest first, revoked ones too. */
  list(): Promise<readonly StoredKey[]>;
  /** The key that is revoked by this; nothing when there is none, or it was revoked before. */
  revoke(id: string, by: string): Promise<StoredKey | undefined>;
  /** The key of this digest, whether or not it still opens anything. */
  find(digest: string): Promise<StoredKey | undefined>;
  /** Notes that it was used now, at most once a minute. */
  noteUse(id: string): Promise<void>;
}

export type KeyStanding = 'open' | 'revoked' | 'expired';

/** Whether a key still opens anything. */
export function standingOfKey(
  { revokedAt, expiresAt }: Pick<StoredKey, 'revokedAt' | 'expiresAt'>,
  nowMs: number,
): KeyStanding {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt.getTime() <= nowMs ? 'expired' : 'open';
}

const NOTED_EVERY_MS = 60_000;

/** The API keys of one database. */
export function keyStore({ prisma }: Db): KeyStore {
  return {
    add: async ({ hunts, may, ...key }) => {
      await prisma.apiKey.create({ data: { ...key, hunts: [...hunts], may: [...may] } });
    },
    list: () =>
      prisma.apiKey.findMany({
        omit: { digest: true },
        orderBy: { createdAt: 'desc' },
        take: DB_LIMITS.page,
      }),
    revoke: async (id, revokedBy) => {
      const [key] = await prisma.apiKey.updateManyAndReturn({
        where: { id, revokedAt: null },
        data: { revokedAt: new Date(), revokedBy },
        omit: { digest: true },
      });
      return key;
    },
    find: async (digest) => {
      const found = await prisma.apiKey.findUnique({ where: { digest }, omit: { digest: true } });
      return found ?? undefined;
    },
    noteUse: async (id) => {
      const now = Date.now();
      const before = new Date(now - NOTED_EVERY_MS);
      await prisma.apiKey.updateMany({
        where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: before } }] },
        data: { lastUsedAt: new Date(now) },
      });
    },
  };
}
