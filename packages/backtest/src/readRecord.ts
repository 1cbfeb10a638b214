/**
 * The decided events of a partition in log order: from the archive as far as it goes, then from the
 * log and its results. What leaves the log while the archive is read is looked for there again, so
 * that nothing comes twice, and what neither of them holds is told and not passed over.
 */
import { coveredRanges, type EventStretch, ReadFault, readEvents } from '@trove/archive';
import type { RecordedEvent } from '@trove/contracts';
import { type ArchiveFileRow, archiveReads } from '@trove/db';
import { createRecordSource, type RecordedCommit, type RecordSource } from '@trove/streams';
import { RECORD_READ_LIMITS } from './limits.js';
import { RecordFault } from './recordFault.js';
import type { RecordSources } from './recordSources.js';

export interface RecordAsk {
  readonly partition: number;
  /** Only events of this hunt; absent: of all. */
  readonly hunt?: string | undefined;
  /** The first position that is wanted, and the one in front of which the reading ends. */
  readonly from: number;
  readonly before: number;
}

export interface RecordPart {
  readonly events: readonly RecordedEvent[];
  /** Events of the partition in front of these that left the log before they were archived. */
  readonly missing: number;
  /** The position up to which the record is read now. */
  readonly next: number;
}

/** Rejects with a `RecordFault` when files are missing, else as Redis and PostgreSQL do. */
export async function* readRecord(
  sources: RecordSources,
  ask: RecordAsk,
): AsyncGenerator<RecordPart> {
  const source = createRecordSource(sources.redis, sources.keys);
  const reading = new Reading(sources, source, ask);
  for (let turn = 0; turn < RECORD_READ_LIMITS.turns; turn += 1) {
    yield* reading.archived();
    yield* reading.logged();
    if (reading.isDone) return;
  }
  throw new RecordFault('the log is trimmed faster than it can be read');
}

class Reading {
  isDone = false;
  private next: number;

  constructor(
    private readonly sources: RecordSources,
    private readonly source: RecordSource,
    private readonly ask: RecordAsk,
  ) {
    this.next = ask.from;
  }

  /** What the archive holds from here on; nothing when it has not come so far. */
  async *archived(): AsyncGenerator<RecordPart> {
    const { partition, hunt } = this.ask;
    const known = await archiveReads(this.sources.db).files({ partition });
    const { folder } = this.sources;
    const before = Math.min(this.ask.before, await this.rewoundAt(known));
    for (const range of coveredRanges(known)) {
      if (range.end <= this.next || range.firstPosition >= before) continue;
      yield* this.missingUntil(range.firstPosition);
      const after = this.next - 1;
      const files = range.files.filter(({ firstPosition, lastPosition, hunts }) => {
        const isNear = lastPosition > after && firstPosition < before;
        return isNear && (hunt === undefined || hunts.includes(hunt));
      });
      const stretch = { folder, partition, files, known, hunt, after, before };
      for await (const events of readFiles(stretch)) {
        this.next = this.behind(events);
        yield { events, missing: 0, next: this.next };
      }
      this.next = Math.min(range.end, before);
    }
    if (this.next >= this.ask.before) this.isDone = true;
  }

  /** What the log holds from here on. Ends early when the archive has taken some meanwhile. */
  async *logged(): AsyncGenerator<RecordPart> {
    const { partition, hunt, before } = this.ask;
    while (!this.isDone) {
      const commits = await this.source.read({ partition, from: this.next, hunt });
      if (await this.isTrimmed(commits)) return;
      for (const commit of commits) {
        yield* this.missingUntil(commit.firstPosition);
        const events = commit.events.filter(({ position }) => {
          return position >= this.next && position < before;
        });
        this.next = Math.min(before, commit.firstPosition + commit.count);
        yield { events, missing: 0, next: this.next };
      }
      if (commits.length === 0) yield* this.missingUntil(before);
      this.isDone = commits.length === 0 || this.next >= before;
    }
  }

  /** Tells what lacks in front of a position. */
  private *missingUntil(position: number): Generator<RecordPart> {
    const missing = Math.min(position, this.ask.before) - this.next;
    if (missing <= 0) return;
    this.next += missing;
    yield { events: [], missing, next: this.next };
  }

  /** Whether the next events are no longer in the log, but in the archive. */
  private async isTrimmed([first]: readonly RecordedCommit[]): Promise<boolean> {
    if (first !== undefined && first.firstPosition <= this.next) return false;
    const { partition, before } = this.ask;
    if (this.next >= before) return false;
    const known = await archiveReads(this.sources.db).files({ partition });
    return coveredRanges(known).some(({ firstPosition, end }) => {
      return firstPosition <= this.next && this.next < end;
    });
  }

  private behind(events: readonly RecordedEvent[]): number {
    const last = events.at(-1)?.position ?? this.next - 1;
    if (last < this.next) throw new RecordFault('the files of the archive are out of order');
    return last + 1;
  }

  /**
   * Where the log begins that took the place of one that lost its end: from there on the archive
   * holds what was lost. Infinite while the archive knows the epoch.
   */
  private async rewoundAt(files: readonly ArchiveFileRow[]): Promise<number> {
    const { partition } = this.ask;
    const archived = Math.max(0, ...files.map(({ epoch }) => epoch));
    const { epoch } = await this.source.place(partition);
    if (archived === 0 || epoch <= archived) return Number.POSITIVE_INFINITY;
    for (let from = 0; ; ) {
      const commits = await this.source.read({ partition, from, hunt: '' });
      const first = commits.find((commit) => commit.epoch > archived);
      if (first !== undefined) return first.firstPosition;
      const last = commits.at(-1);
      if (last === undefined) return Number.POSITIVE_INFINITY;
      from = last.firstPosition + last.count;
    }
  }
}

/** A file that is missing or damaged is told in a sentence, with the file's name in it. */
async function* readFiles(stretch: EventStretch): AsyncGenerator<readonly RecordedEvent[]> {
  try {
    yield* readEvents(stretch);
  } catch (error) {
    if (!(error instanceof ReadFault)) throw error;
    throw new RecordFault(`the archive can't be read: ${error.message}`, { cause: error });
  }
}
