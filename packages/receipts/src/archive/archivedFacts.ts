/** Where in the archive an event may stand, by the manifest, and what its file says of it. */
import type { ArchivedEvent, EventWanted } from '@trove/archive';
import { type ReceiptFacts, timeOfIdentity } from '@trove/core';
import type { ArchiveFileRow, ArchiveReads } from '@trove/db';
import { bytesOfEventId } from '@trove/streams';
import { RECEIPT_LIMITS } from '../limits.js';
import type { ArchiveReader } from './archiveReader.js';

export interface ArchiveAccess {
  /** Absolute. */
  readonly folder: string;
  readonly manifest: ArchiveReads;
  readonly reader: Pick<ArchiveReader, 'find'>;
}

export interface EventPlace {
  readonly partition: number;
  readonly position: number;
}

/** The event at a place; `busy` when too many ask, undefined when no file holds it. */
export async function archivedAt(
  archive: ArchiveAccess,
  { partition, position }: EventPlace,
): Promise<ReceiptFacts | 'busy' | undefined> {
  const known = await archive.manifest.files({ partition });
  const files = known.filter(({ firstPosition, lastPosition }) => {
    return firstPosition <= position && position <= lastPosition;
  });
  return await look(archive, { files, known, wanted: { partition, position } });
}

export interface IdWanted {
  readonly id: string;
  readonly partition: number;
  readonly hunts: ReadonlySet<string>;
}

/**
 * The first event of an id in a partition; `unsearched` when it was in none of the files that were
 * read, and more may hold it.
 */
export async function archivedById(
  archive: ArchiveAccess,
  { id, partition, hunts }: IdWanted,
): Promise<ReceiptFacts | 'busy' | 'unsearched' | undefined> {
  const known = await archive.manifest.files({ partition });
  const all = filesOfId(known, { id, hunts });
  const files = all.slice(0, RECEIPT_LIMITS.filesOfId);
  for (let from = 0; from < files.length; from += RECEIPT_LIMITS.filesPerLook) {
    const some = files.slice(from, from + RECEIPT_LIMITS.filesPerLook);
    const found = await look(archive, { files: some, known, wanted: { eventId: id } });
    if (found !== undefined) return found;
  }
  return files.length < all.length ? 'unsearched' : undefined;
}

const msOf = (logId: string) => Number.parseInt(logId, 10);

/**
 * Those with ids of its time: first what was appended when it is likely to have come, oldest first;
 * then where it came back from quarantine, newest first.
 */
export function filesOfId(
  known: readonly ArchiveFileRow[],
  { id, hunts }: { readonly id: string; readonly hunts: ReadonlySet<string> },
): readonly ArchiveFileRow[] {
  const madeMs = timeOfIdentity(bytesOfEventId(id));
  const { aheadMs, lateMs } = RECEIPT_LIMITS;
  const able = known.filter(({ minIdMs, maxIdMs, hunts: held }) => {
    return minIdMs <= madeMs && madeMs <= maxIdMs && held.some((hunt) => hunts.has(hunt));
  });
  const isLikely = ({ firstLogId, lastLogId }: ArchiveFileRow) =>
    msOf(lastLogId) >= madeMs - aheadMs && msOf(firstLogId) <= madeMs + lateMs;
  const others = able.filter((file) => !isLikely(file)).toReversed();
  return [...able.filter(isLikely), ...others];
}

interface Look {
  readonly files: readonly ArchiveFileRow[];
  readonly known: readonly ArchiveFileRow[];
  readonly wanted: EventWanted;
}

async function look(
  { folder, reader }: ArchiveAccess,
  { files, known, wanted }: Look,
): Promise<ReceiptFacts | 'busy' | undefined> {
  if (files.length === 0) return undefined;
  const slim = (rows: readonly ArchiveFileRow[]) => rows.map(toManifest);
  const found = await reader.find({ folder, files: slim(files), known: slim(known), wanted });
  if (found === 'busy') return 'busy';
  const first = found.find(({ firstPosition }) => firstPosition < 0) ?? found[0];
  return first && factsOf(first);
}

/** Without what the reader has no use for: a manifest of many files goes to it with each search. */
function toManifest(row: ArchiveFileRow) {
  const { partition, epoch, firstPosition, lastPosition, path, bytes, sha256 } = row;
  return { partition, epoch, firstPosition, lastPosition, path, bytes, sha256 };
}

/** A file holds what was noted when it was written: what it lacks may have happened since. */
function factsOf(event: ArchivedEvent): ReceiptFacts {
  const { pushedAtUs, acknowledgedAtUs } = event;
  const isDeliveryKnown = pushedAtUs !== undefined && acknowledgedAtUs !== undefined;
  return { ...event, readFrom: 'archive', isDeliveryKnown };
}
