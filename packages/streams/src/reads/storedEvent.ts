/** Joins what the log holds of an event with what was decided of it. */
import type { StoredEvent } from '@trove/contracts';
import type { LogEntry } from '@trove/core';
import type { OutLogEntry } from '../codec/outBlob.js';
import { toLogEntry } from '../redisEventLog.js';
import { toResult } from '../toResult.js';
import type { OutEntry, OutReader } from './outReader.js';

interface Picked {
  readonly out: OutEntry;
  readonly index: number;
}

/** Joins rows of `out` with the log entries they came from; each entry is read once. */
export async function withLogged(
  reader: OutReader,
  rows: readonly Picked[],
): Promise<StoredEvent[]> {
  const ids = new Set(rows.map(({ out, index }) => logEntryOf({ out, index }).id));
  const entries = new Map<string, LogEntry>();
  await Promise.all(
    [...ids].map(async (id) => {
      const found = await reader.redis.xrangeBuffer(reader.keys.log, id, id);
      const entry = found[0] && readOrNothing(found[0]);
      if (entry !== undefined) entries.set(id, entry);
    }),
  );
  return rows.map((row) => toStored(reader.partition, row, entries));
}

/** What was decided of a damaged entry is told without what it held. */
function readOrNothing(row: Parameters<typeof toLogEntry>[0]): LogEntry | undefined {
  try {
    return toLogEntry(row);
  } catch {
    return undefined;
  }
}

function logEntryOf({ out, index }: Picked): OutLogEntry {
  return out.blob.logEntries[out.blob.entryOf(index)] as OutLogEntry;
}

function toStored(
  partition: number,
  picked: Picked,
  entries: ReadonlyMap<string, LogEntry>,
): StoredEvent {
  const { out, index } = picked;
  const row = out.blob.row(index);
  const { id, appendedAtUs } = logEntryOf(picked);
  return {
    partition,
    position: row.position,
    epoch: out.blob.epoch,
    id: row.id,
    source: row.source,
    hunt: row.hunt,
    team: row.team,
    player: row.player,
    type: row.type,
    time: new Date(row.timeMs).toISOString(),
    data: entries.get(id)?.events[row.logIndex]?.data,
    receivedAt: row.receivedAtUs / 1000,
    appendedAt: appendedAtUs / 1000,
    decidedAt: out.blob.decidedAtUs / 1000,
    committedAt: out.committedAtUs / 1000,
    result: toResult(out.blob, index),
  };
}
