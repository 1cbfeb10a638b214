/** Single events of the archive, by their place or by their id, as they were handed to it. */
import type { DecidedEntryHead, DecidedEvent } from '@trove/contracts';
import { ARCHIVE_LIMITS } from './limits.js';
import { literal, loadSql } from './loadSql.js';
import type { ManifestFile } from './manifest.js';
import { type QueryAnswer, queryArchive } from './queryArchive.js';

export type ArchivedEvent = DecidedEvent &
  DecidedEntryHead & {
    readonly partition: number;
    readonly epoch: number;
    readonly position: number;
  };

export type EventWanted =
  /** UUID text; anything else finds nothing. */
  { readonly eventId: string } | { readonly partition: number; readonly position: number };

export interface EventSearch {
  readonly folder: string;
  /** Where it may be; at least one. */
  readonly files: readonly ManifestFile[];
  /** Every file of the same partitions: they say what is void. */
  readonly known: readonly ManifestFile[];
  readonly wanted: EventWanted;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** In log order. Rejects with a `ReadFault` when a file can't be read. */
export async function findEvents(search: EventSearch): Promise<readonly ArchivedEvent[]> {
  const { wanted, ...where } = search;
  if ('eventId' in wanted && !UUID.test(wanted.eventId)) return [];
  const condition =
    'eventId' in wanted
      ? `event_id = ${literal(wanted.eventId)}::UUID`
      : `partition = ${wanted.partition} AND position = ${wanted.position}`;
  const sql = loadSql('findEvents', { condition, limit: String(ARCHIVE_LIMITS.found) });
  const duck = { threads: 1, memory: ARCHIVE_LIMITS.findMemory };
  return await queryArchive({ ...where, sql, duck }, readAll);
}

async function readAll({ columns, rows }: QueryAnswer): Promise<readonly ArchivedEvent[]> {
  const events: ArchivedEvent[] = [];
  for await (const row of rows) {
    const entries = columns.map((column, i) => [column, row[i] ?? undefined]);
    events.push(toEvent(Object.fromEntries(entries) as FoundRow));
  }
  return events;
}

/** What findEvents.sql answers; what is empty is undefined. */
interface FoundRow
  extends Pick<
      DecidedEvent,
      'hunt' | 'source' | 'type' | 'player' | 'team' | 'outcome' | 'verdict' | 'clue'
    >,
    Pick<
      DecidedEvent,
      'points' | 'score' | 'data' | 'rules' | 'rung' | 'asked' | 'extras' | 'device'
    > {
  readonly partition: number;
  readonly position: number;
  readonly epoch: number;
  readonly log_id: string;
  readonly door: string | undefined;
  readonly event_id: string;
  readonly time_us: number;
  readonly sent_us: number | undefined;
  readonly received_us: number;
  readonly applied_us: number;
  readonly decided_us: number;
  readonly committed_us: number;
  readonly pushed_us: number | undefined;
  readonly acknowledged_us: number | undefined;
  readonly version: number | undefined;
  readonly first_position: number | undefined;
}

function toEvent(row: FoundRow): ArchivedEvent {
  const { partition, position, epoch, door, hunt, source, type, player, team } = row;
  const { outcome, verdict, clue, points, score, data, rules, rung, asked, extras, device } = row;
  const kept = { partition, position, epoch, door, hunt, source, type, player, team };
  const done = { outcome, verdict, clue, points, score, data, rules, rung, asked, extras, device };
  return {
    ...kept,
    ...done,
    eventId: row.event_id,
    logId: row.log_id,
    timeMs: row.time_us / 1000,
    sentAtMs: row.sent_us === undefined ? undefined : row.sent_us / 1000,
    receivedAtUs: row.received_us,
    appliedAtUs: row.applied_us,
    decidedAtUs: row.decided_us,
    committedAtUs: row.committed_us,
    pushedAtUs: row.pushed_us,
    acknowledgedAtUs: row.acknowledged_us,
    version: row.version ?? 0,
    firstPosition: row.first_position ?? -1,
  };
}
