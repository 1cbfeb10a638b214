/** Rows of the ledger as the log's commits bring them. */
import { randomUUID } from 'node:crypto';
import type { LedgerChunk, LedgerEntry } from '@trove/contracts';

/** Where a sink stands that has taken nothing yet. */
export const START = { epoch: 0, offset: '0-0' };

export function entryAt(place: Pick<LedgerEntry, 'partition' | 'epoch' | 'position'>): LedgerEntry {
  return {
    ...place,
    eventId: randomUUID(),
    hunt: `hunt-${place.partition}`,
    team: 'red',
    player: 'ann',
    type: 'place.visited.v1',
    outcome: 'accepted',
    verdict: 'solved',
    clue: 'old-gate',
    points: 10,
    score: 10,
    version: 2,
    rules: ['first', 'bonus'],
    occurredAt: new Date(1_700_000_000_123),
    committedAt: new Date(1_700_000_000_456),
  };
}

interface Stretch {
  readonly partition: number;
  readonly epoch?: number;
  readonly from: number;
  readonly count: number;
}

/** One commit that decided `count` events, the first at `from`. */
export function chunkOf({ partition, epoch = 1, from, count }: Stretch): LedgerChunk {
  const positions = Array.from({ length: count }, (_, i) => from + i);
  return {
    id: `${from + count}-0`,
    epoch,
    firstPosition: from,
    entries: positions.map((position) => entryAt({ partition, epoch, position })),
    publications: [],
  };
}
