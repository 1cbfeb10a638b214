/** A stretch of a partition's log as the archive has it, in log order, a few thousand at a time. */
import type { DuckDBDataChunk } from '@duckdb/node-api';
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
 * Memory stays bounded however long the stretch is. Rejects with a `ReadFault` when a file can't
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

/** Columns of readEvents.sql, and what divides the texts in its last one. */
const AT = { position: 0, applied: 1, time: 2, sent: 3, received: 4, points: 5, version: 6 };
const TEXTS = 7;
const BETWEEN = '\u001f';

type Numbers = readonly (number | null)[];

function eventsOf(chunk: DuckDBDataChunk): RecordedEvent[] {
  const columns = Object.values(AT).map((at) => chunk.getColumnValues(at) as Numbers);
  const texts = chunk.getColumnValues(TEXTS) as readonly string[];
  return texts.map((text, row) => eventOf(columns, row, text));
}

/** Written out: a loop over names would cost more than reading the file. */
function eventOf(columns: readonly Numbers[], row: number, texts: string): RecordedEvent {
  const [hunt, eventId, source, type, player, team, outcome, verdict, clue, extras, device, data] =
    texts.split(BETWEEN);
  const number = (at: number) => columns[at]?.[row] ?? undefined;
  return {
    position: number(AT.position) ?? 0,
    appliedAtUs: number(AT.applied) ?? 0,
    hunt: hunt ?? '',
    eventId: eventId ?? '',
    source: source ?? '',
    type: type as RecordedEvent['type'],
    player: player ?? '',
    team: team ?? '',
    timeMs: number(AT.time) ?? 0,
    sentAtMs: number(AT.sent),
    receivedAtUs: number(AT.received) ?? 0,
    data: data || undefined,
    outcome: outcome as RecordedEvent['outcome'],
    verdict: (verdict || undefined) as RecordedEvent['verdict'],
    clue: clue || undefined,
    points: number(AT.points) ?? 0,
    version: number(AT.version) ?? 0,
    extras: extras || undefined,
    device: device || undefined,
  };
}
