/** A partition's `out` in memory, which can lose its end as a restarted Redis does. */
import { randomUUID } from 'node:crypto';
import type { LedgerChunk, LedgerEntry } from '@trove/contracts';
import type { LedgerSource } from './projectLedger.js';

export class FakeOut implements LedgerSource {
  /** What the next commit is counted under. */
  nextEpoch = 1;
  readonly acknowledged: string[] = [];
  reads = 0;
  private chunks: LedgerChunk[] = [];
  private decided = 0;

  constructor(
    readonly partition: number,
    readonly hunt: string,
  ) {}

  /** Commits of `size` events each, all of which score a point. */
  commit(commits: number, size = 1): void {
    for (let i = 0; i < commits; i += 1) {
      const firstPosition = this.decided;
      const entries = Array.from({ length: size }, (_, n) => this.entryAt(firstPosition + n));
      this.decided += size;
      const id = `${this.decided}-0`;
      const place = { id, epoch: this.nextEpoch, firstPosition };
      this.chunks.push({ ...place, entries, publications: [] });
    }
  }

  /** Redis comes back without its last commits, and says so by a higher epoch. */
  lose(commits: number): void {
    const lost = commits === 0 ? [] : this.chunks.splice(-commits);
    this.decided = lost[0]?.firstPosition ?? this.decided;
    this.nextEpoch += 1;
  }

  /** Ids of every event that stands in it now. */
  eventIds(): string[] {
    return this.chunks.flatMap(({ entries }) => entries.map(({ eventId }) => eventId));
  }

  async read(_partition: number, afterId: string, limit: number): Promise<LedgerChunk[]> {
    this.reads += 1;
    const after = Number.parseInt(afterId, 10);
    const rest = this.chunks.filter(({ id }) => Number.parseInt(id, 10) > after);
    const read: LedgerChunk[] = [];
    for (let events = 0; events < limit; events += read.at(-1)?.entries.length ?? 0) {
      const next = rest[read.length];
      if (next === undefined) break;
      read.push(next);
    }
    return read;
  }

  async epoch(): Promise<number> {
    return this.chunks.at(-1)?.epoch ?? 0;
  }

  async acknowledge(_partition: number, outId: string): Promise<void> {
    this.acknowledged.push(outId);
  }

  private entryAt(position: number): LedgerEntry {
    return {
      partition: this.partition,
      epoch: this.nextEpoch,
      position,
      eventId: randomUUID(),
      hunt: this.hunt,
      team: `team-${position % 3}`,
      player: 'ann',
      type: 'code.scanned.v1',
      outcome: 'accepted',
      verdict: 'solved',
      clue: 'old-gate',
      points: 1,
      score: 1,
      version: 1,
      rules: [],
      occurredAt: new Date(1_700_000_000_000),
      committedAt: new Date(1_700_000_000_001),
    };
  }
}
