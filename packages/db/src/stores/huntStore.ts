/**
 * Hunts and their published versions. A version is stored before its event is appended to the
 * log, under an event id fixed at that moment: a crash between the two leaves a publication that
 * is announced later under the same id, and so counts once.
 */
import type pg from 'pg';
import type { Db } from '../createDb.js';
import { inTransaction } from '../inTransaction.js';
import { DB_LIMITS } from '../limits.js';
import { loadSql } from '../loadSql.js';

export interface NewVersion {
  readonly slug: string;
  readonly title: string;
  /** SHA-256 of `body`, hex. */
  readonly hash: string;
  /** Canonical JSON of the definition. */
  readonly body: string;
  /** The designer's YAML text. */
  readonly source: string;
  /** Used at the first publication only; afterwards the hunt stays where it is. */
  readonly partition: number;
  /** UUIDv7 of the announcing event. */
  readonly eventId: string;
  /** Who published, for people to read. */
  readonly by: string;
  /** The newest version the publisher knows of; without, whatever is newest. */
  readonly expects?: number;
}

export interface Published {
  readonly isOutdated: false;
  readonly version: number;
  /** False when the newest version has the same hash and nothing was stored. */
  readonly published: boolean;
  /** Where the hunt lives: not the caller's wish when the hunt existed. */
  readonly partition: number;
  /** The event that announces `version`: the caller's, or the one fixed earlier. */
  readonly eventId: string;
  /** False when the event still has to be appended, or may have to. */
  readonly isAnnounced: boolean;
}

/** Nothing was stored: another version is the newest by now. */
export interface Outdated {
  readonly isOutdated: true;
  readonly version: number;
  /** Who published that one. */
  readonly by: string;
}

/** A stored version whose event nobody has confirmed. */
export interface Publication {
  readonly slug: string;
  readonly version: number;
  readonly title: string;
  readonly hash: string;
  readonly body: string;
  readonly partition: number;
  readonly eventId: string;
  readonly by: string;
}

export interface HuntStore {
  /** Stores the next version of a hunt, made new if need be. One at a time for each hunt. */
  publish(version: NewVersion): Promise<Published | Outdated>;
  /** Where a hunt lives since its first publication; undefined before it. */
  partitionOf(slug: string): Promise<number | undefined>;
  /** Confirms that the event stands in the log. Again, or of an unknown id: nothing happens. */
  markAnnounced(eventId: string): Promise<void>;
  /** Publications older than `minAgeMs` that nobody confirmed, each hunt's in version order. */
  unannounced(minAgeMs: number): Promise<Publication[]>;
}

const SQL = {
  lock: loadSql('lockHunt'),
  version: loadSql('readVersion'),
  insert: loadSql('insertVersion'),
  unannounced: loadSql('unannounced'),
};

/** The hunts of one database, for those who change them. */
export function huntStore({ prisma, pool }: Db): HuntStore {
  return {
    publish: (version) => inTransaction(pool, (client) => publishNext(client, version)),
    partitionOf: async (slug) => {
      const hunt = await prisma.hunt.findUnique({ where: { slug }, select: { partition: true } });
      return hunt?.partition;
    },
    markAnnounced: async (eventId) => {
      await prisma.huntVersion.updateMany({
        where: { eventId, announcedAt: null },
        data: { announcedAt: new Date() },
      });
    },
    unannounced: (minAgeMs) => readUnannounced(pool, minAgeMs),
  };
}

async function publishNext(client: pg.PoolClient, next: NewVersion): Promise<Published | Outdated> {
  const hunt = await lockHunt(client, next);
  const newest = await readVersion(client, next.slug, hunt.lastVersion);
  if (newest?.hash === next.hash) {
    return {
      isOutdated: false,
      version: newest.version,
      published: false,
      partition: hunt.partition,
      eventId: newest.event_id,
      isAnnounced: newest.is_announced,
    };
  }
  const { slug, title, hash, body, source, eventId, by, expects } = next;
  if (expects !== undefined && expects !== hunt.lastVersion) {
    return { isOutdated: true, version: hunt.lastVersion, by: newest?.published_by ?? '' };
  }
  const version = hunt.lastVersion + 1;
  await client.query(SQL.insert, [slug, version, title, hash, body, source, eventId, by]);
  const { partition } = hunt;
  return { isOutdated: false, version, published: true, partition, eventId, isAnnounced: false };
}

async function lockHunt(client: pg.PoolClient, { slug, title, partition }: NewVersion) {
  const { rows } = await client.query<{ partition: number; last_version: number }>(SQL.lock, [
    slug,
    title,
    partition,
  ]);
  return { partition: rows[0]?.partition ?? partition, lastVersion: rows[0]?.last_version ?? 0 };
}

interface VersionRow {
  readonly version: number;
  readonly hash: string;
  readonly event_id: string;
  readonly published_by: string;
  readonly is_announced: boolean;
}

async function readVersion(client: pg.PoolClient, slug: string, version: number) {
  const { rows } = await client.query<VersionRow>(SQL.version, [slug, version]);
  return rows[0];
}

type UnannouncedRow = Omit<Publication, 'eventId' | 'by'> & {
  readonly event_id: string;
  readonly published_by: string;
};

async function readUnannounced(pool: pg.Pool, minAgeMs: number): Promise<Publication[]> {
  const { rows } = await pool.query<UnannouncedRow>(SQL.unannounced, [
    minAgeMs / 1000,
    DB_LIMITS.unannounced,
  ]);
  return rows.map(({ event_id: eventId, published_by: by, ...row }) => ({ ...row, eventId, by }));
}
