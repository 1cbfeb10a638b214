/** A stretch of a partition's log as the archive has it, in log order, a few thousand at a time. */
import type { DuckDBDataChunk, DuckDBValue } from '@duckdb/node-api';
import type { RecordedEvent } from '@trove/contracts';
import { ARCHIVE_LIMITS } from './limits.js';
import { literal, loadSql } from './loadSql.js';
import type { ManifestFile } from './manifest.js';
import { archiveChunks } from './queryArchive.js';

export interface EventStretch {
  readonly folder: string;
  readonly partition: number;
  /** Files of the partition that may hold some of it. */
  readonly files: readonly ManifestFile[];
  /** Every file of the partition: they say what is void. */
  readonly known: readonly ManifestFile[];
  /** Only events of this hunt; absent: of all. */
  readonly hunt?: string | undefined;
  /** Positions behind this one and in front of that one. */
  readonly after: number;
  readonly before: number;
}

/**
 * Memory stays bounded however long the stretch is. Rejects with a `QueryError` when a file can't
 * be read.
 */
export async function* readEvents(stretch: EventStretch): AsyncGenerator<RecordedEvent[]> {
  const { folder, known, partition, hunt, after, before } = stretch;
  const sql = loadSql('readEvents', {
    partition: String(partition),
    after: String(after),
    before: String(before),
    condition: hunt === undefined ? 'true' : `hunt = ${literal(hunt)}`,
  });
  const duck = { threads: 1, memory: ARCHIVE_LIMITS.readMemory };
  const inOrder = [...stretch.files].sort(
    (a, b) => a.epoch - b.epoch || a.firstPosition - b.firstPosition,
  );
  for (let from = 0; from < inOrder.length; from += ARCHIVE_LIMITS.filesPerRead) {
    const files = inOrder.slice(from, from + ARCHIVE_LIMITS.filesPerRead);
    for await (const chunk of archiveChunks({ folder, files, known, sql, duck })) {
      yield eventsOf(chunk);
    }
  }
}

/** The columns of readEvents.sql, in its order. */
const COLUMNS = [
  'position',
  'appliedAtUs',
  'hunt',
  'eventId',
  'source',
  'type',
  'player',
  'team',
  'timeMs',
  'sentAtMs',
  'receivedAtUs',
  'data',
  'outcome',
  'verdict',
  'clue',
  'points',
  'version',
  'extras',
] as const satisfies readonly (keyof RecordedEvent)[];

type Columns = { readonly [K in (typeof COLUMNS)[number]]: readonly DuckDBValue[] };

function eventsOf(chunk: DuckDBDataChunk): RecordedEvent[] {
  const columns = Object.fromEntries(
    COLUMNS.map((name, i) => [name, chunk.getColumnValues(i)]),
  ) as unknown as Columns;
  return Array.from({ length: chunk.rowCount }, (_, row) => eventOf(columns, row));
}

/** Written out: a loop over names would cost more than reading the file. */
function eventOf(columns: Columns, row: number): RecordedEvent {
  const text = (name: keyof Columns) => (columns[name][row] ?? undefined) as string | undefined;
  const number = (name: keyof Columns) => columns[name][row] as number | null;
  return {
    position: number('position') ?? 0,
    appliedAtUs: number('appliedAtUs') ?? 0,
    hunt: text('hunt') ?? '',
    eventId: text('eventId') ?? '',
    source: text('source') ?? '',
    type: text('type') as RecordedEvent['type'],
    player: text('player') ?? '',
    team: text('team') ?? '',
    timeMs: number('timeMs') ?? 0,
    sentAtMs: number('sentAtMs') ?? undefined,
    receivedAtUs: number('receivedAtUs') ?? 0,
    data: text('data'),
    outcome: text('outcome') as RecordedEvent['outcome'],
    verdict: text('verdict') as RecordedEvent['verdict'],
    clue: text('clue'),
    points: number('points') ?? 0,
    version: number('version') ?? 0,
    extras: text('extras'),
  };
}
