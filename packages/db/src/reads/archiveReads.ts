/** What queries and checks ask of the archive's manifest. */
import type { Db } from '../createDb.js';
import { DB_LIMITS } from '../limits.js';
import { loadSql } from '../loadSql.js';
import type { NewArchiveFile } from '../stores/archiveStore.js';

export type ArchiveFileRow = NewArchiveFile & { readonly writtenAt: Date };

export interface ArchiveFilter {
  readonly partition?: number | undefined;
  /** Only files that hold events of this hunt. */
  readonly hunt?: string | undefined;
}

export interface ArchiveReads {
  /** In the order of the logs. Rejects when there are more files than one answer may name. */
  files(filter?: ArchiveFilter): Promise<ArchiveFileRow[]>;
}

const SQL = { list: loadSql('listArchiveFiles') };

/** Reads of the manifest; each rejects as any query does when PostgreSQL is away. */
export function archiveReads({ pool }: Db): ArchiveReads {
  return {
    async files({ partition, hunt } = {}) {
      const most = DB_LIMITS.archiveFiles;
      const values = [partition ?? null, hunt ?? null, most + 1];
      const { rows } = await pool.query<StoredFile>(SQL.list, values);
      if (rows.length > most) {
        throw new Error(`the archive has more than ${most} files: name a hunt or a partition`);
      }
      return rows.map(toFile);
    },
  };
}

/** As pg hands it over: 64-bit numbers come as text. */
interface StoredFile {
  readonly partition: number;
  readonly epoch: string;
  readonly first_position: string;
  readonly last_position: string;
  readonly first_log_id: string;
  readonly last_log_id: string;
  readonly path: string;
  readonly rows: number;
  readonly bytes: string;
  readonly sha256: string;
  readonly min_time: Date;
  readonly max_time: Date;
  readonly min_id_time: Date;
  readonly max_id_time: Date;
  readonly hunts: string[];
  readonly written_at: Date;
}

function toFile(row: StoredFile): ArchiveFileRow {
  return {
    partition: row.partition,
    epoch: Number(row.epoch),
    firstPosition: Number(row.first_position),
    lastPosition: Number(row.last_position),
    firstLogId: row.first_log_id,
    lastLogId: row.last_log_id,
    path: row.path,
    rows: row.rows,
    bytes: Number(row.bytes),
    sha256: row.sha256,
    minTimeMs: row.min_time.getTime(),
    maxTimeMs: row.max_time.getTime(),
    minIdMs: row.min_id_time.getTime(),
    maxIdMs: row.max_id_time.getTime(),
    hunts: row.hunts,
    writtenAt: row.written_at,
  };
}
