/**
 * The archive's folder: files come into it whole or not at all. A file is written under another
 * name in the folder it will stand in, flushed, renamed, and the folder is flushed. Who may do so
 * for a partition is not decided here: `place` is called while the sink's cursor is locked.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ArchiveFault, asFault } from './archiveFault.js';
import { asideOf, folderOf, isTemporary, rangeOf, temporaryOf } from './fileName.js';
import { ARCHIVE_LIMITS } from './limits.js';

export interface WrittenFile {
  /** Relative to the archive's folder. */
  readonly path: string;
  /** Absolute, where it stands until it is placed. */
  readonly temporary: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** What a partition's folder was cleared of: paths relative to the archive's folder. */
export interface Cleared {
  /** By the names they have now. */
  readonly aside: readonly string[];
  readonly deleted: readonly string[];
}

export interface FolderOptions {
  readonly folder: string;
  readonly reserveBytes?: number;
  readonly staleMs?: number;
}

export class ArchiveFolder {
  readonly folder: string;
  /** Files placed here of which it is not known whether the manifest names them. */
  private readonly unsettled = new Set<string>();

  constructor(private readonly options: FolderOptions) {
    this.folder = options.folder;
  }

  /** Makes the folder, and throws an `ArchiveFault` when a file could not be written there. */
  async probe(): Promise<void> {
    await this.orFault(async () => {
      await mkdir(this.folder, { recursive: true });
      const file = join(this.folder, `.probe.${randomUUID()}.tmp`);
      try {
        const handle = await open(file, 'w');
        await handle.close();
      } finally {
        await rm(file, { force: true });
      }
      await this.refuseWhenFull();
    });
  }

  /**
   * Has `encode` write a file beside its later place and flushes it. Nothing is left when that
   * fails. Throws an `ArchiveFault` when the disk refuses.
   */
  async write(path: string, encode: (temporary: string) => Promise<void>): Promise<WrittenFile> {
    const temporary = join(this.folder, temporaryOf(path, randomUUID()));
    return await this.orFault(async () => {
      await mkdir(dirname(temporary), { recursive: true });
      await this.refuseWhenFull();
      try {
        await encode(temporary);
        await flush(temporary);
        const { size: bytes } = await stat(temporary);
        return { path, temporary, bytes, sha256: await sha256Of(temporary) };
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    });
  }

  /** Gives a written file its name. */
  async place({ path, temporary }: WrittenFile): Promise<void> {
    const place = join(this.folder, path);
    await this.orFault(async () => {
      this.unsettled.add(path);
      await rename(temporary, place);
      await flush(dirname(place));
    });
  }

  /** To be told once the manifest names a placed file. */
  settle({ path }: WrittenFile): void {
    this.unsettled.delete(path);
  }

  async discard({ temporary }: WrittenFile): Promise<void> {
    await rm(temporary, { force: true });
  }

  /**
   * Clears a partition's folder from `position` on of what the manifest does not know. A whole file
   * is set aside: it may be all that is left of its events, as where PostgreSQL was restored from
   * an older backup. Deleted are files that were placed here in vain, whose events stand in the
   * log still unless it has lost its end since and begun another epoch, and temporary files too
   * old to be anybody's.
   */
  async clear(place: {
    readonly partition: number;
    readonly position: number;
    readonly known: ReadonlySet<string>;
    /** Stays whatever its age: the clock may just have jumped. */
    readonly own: WrittenFile;
    readonly nowMs: number;
  }): Promise<Cleared> {
    const { partition, position, known, nowMs, own } = place;
    const inside = folderOf(partition);
    const ownEpoch = rangeOf(partition, basename(own.path))?.epoch;
    const aside: string[] = [];
    const deleted: string[] = [];
    await this.orFault(async () => {
      for (const name of await readdir(join(this.folder, inside))) {
        const path = `${inside}/${name}`;
        if (join(this.folder, path) === own.temporary) continue;
        const range = rangeOf(partition, name);
        const isUnknown =
          range !== undefined && range.firstPosition >= position && !known.has(path);
        const isInVain = isUnknown && range.epoch === ownEpoch && this.unsettled.has(path);
        if (isInVain || (await this.isStale(path, name, nowMs))) {
          await rm(join(this.folder, path), { force: true });
          deleted.push(path);
        } else if (isUnknown) {
          aside.push(await this.setAside(path));
        }
        this.unsettled.delete(path);
      }
    });
    return { aside, deleted };
  }

  private async setAside(path: string): Promise<string> {
    const aside = asideOf(path, randomUUID());
    await rename(join(this.folder, path), join(this.folder, aside));
    return aside;
  }

  private async isStale(path: string, name: string, nowMs: number): Promise<boolean> {
    if (!isTemporary(name)) return false;
    const found = await stat(join(this.folder, path)).catch(() => undefined);
    const staleMs = this.options.staleMs ?? ARCHIVE_LIMITS.staleMs;
    return found !== undefined && nowMs - found.mtimeMs > staleMs;
  }

  private async refuseWhenFull(): Promise<void> {
    const { bavail, bsize } = await statfs(this.folder);
    const free = Number(bavail) * Number(bsize);
    const reserve = this.options.reserveBytes ?? ARCHIVE_LIMITS.reserveBytes;
    if (free >= reserve) return;
    const megabytes = (bytes: number) => `${Math.floor(bytes / 1024 / 1024)} MiB`;
    throw new ArchiveFault(
      `the disk is full: ${megabytes(free)} are free and ${megabytes(reserve)} must stay ` +
        `for the databases (${this.folder})`,
    );
  }

  private async orFault<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw asFault(error, this.folder);
    }
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Hex SHA-256 of a file's bytes. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest('hex');
}
