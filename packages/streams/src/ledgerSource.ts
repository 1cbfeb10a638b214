/** Score entries of `out` for the ledger's sink, and how far the sink has come. */
import type { LedgerChunk, LedgerEntry, LedgerPublication, ResultExtras } from '@trove/contracts';
import type { OutBlob } from './codec/outBlob.js';
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from './keys.js';
import { type OutEntry, toOutEntry } from './reads/outReader.js';
import { acknowledgeSink, LEDGER_SINK } from './sinkState.js';

export interface LedgerSource {
  /**
   * Commits after an id of `out`, in order; empty at the end. `limit` bounds the events looked at:
   * the page ends with the commit that reaches it.
   */
  read(partition: number, afterId: string, limit: number): Promise<readonly LedgerChunk[]>;
  /** Tells that everything up to this id is durable elsewhere, so that it may be trimmed. */
  acknowledge(partition: number, outId: string): Promise<void>;
}

/** Commits in one read: a commit may be a single event or a thousand, so pages grow with care. */
const FIRST_PAGE = 16;
const LARGEST_PAGE = 512;
/** Events a page should bring. */
const PAGE_EVENTS = 4_000;

export function createLedgerSource(redis: TroveRedis, keys: KeySpace = DEFAULT_KEYS): LedgerSource {
  return {
    async read(partition, afterId, limit) {
      const { out } = partitionKeys(keys, partition);
      const chunks: LedgerChunk[] = [];
      let from = afterId;
      let page = FIRST_PAGE;
      for (let events = 0; events < limit; ) {
        const rows = await redis.xrangeBuffer(out, `(${from}`, '+', 'COUNT', page);
        for (const row of rows) {
          const entry = toOutEntry(row);
          chunks.push(toChunk(partition, entry));
          from = entry.id;
          events += entry.blob.count;
          if (events >= limit) break;
        }
        if (rows.length < page) break;
        const perCommit = Math.max(1, events / chunks.length);
        page = Math.min(LARGEST_PAGE, Math.max(FIRST_PAGE, Math.ceil(PAGE_EVENTS / perCommit)));
      }
      return chunks;
    },
    acknowledge: (partition, outId) =>
      acknowledgeSink(redis, { sink: LEDGER_SINK, partition, outId, keys }),
  };
}

function toChunk(partition: number, { id, blob, committedAtUs }: OutEntry): LedgerChunk {
  const { epoch, firstPosition } = blob;
  const committedAt = new Date(committedAtUs / 1000);
  const entries: LedgerEntry[] = [];
  const publications: LedgerPublication[] = [];
  for (let i = 0; i < blob.count; i += 1) {
    if (isPublication(blob, i)) publications.push(toPublication(blob, i, committedAt));
    const told = correctionOf(blob, i);
    const isKept = blob.pointsOf(i) !== 0 || blob.outcomeOf(i).verdict === 'solved';
    if (!isKept && told?.teamStatus === undefined) continue;
    const { id: eventId, rules, timeMs, ...row } = blob.row(i);
    entries.push({
      partition,
      epoch,
      position: row.position,
      eventId,
      hunt: row.hunt,
      team: row.team,
      player: row.player,
      type: row.type,
      outcome: row.outcome,
      verdict: row.verdict,
      clue: row.clue,
      points: row.points,
      score: row.score,
      version: row.version,
      rules: rules?.split(',') ?? [],
      ...told,
      isPlaytest: blob.extrasOf(i)?.includes(PLAYTEST) === true,
      occurredAt: new Date(timeMs),
      committedAt,
    });
  }
  return { id, epoch, firstPosition, entries, publications };
}

/** How extras say that a team is one of playtesters; in texts quotes are escaped. */
const PLAYTEST = '"playtest":true';

/** What an operator told the team; nearly no row has extras, so nearly none is parsed. */
function correctionOf(blob: OutBlob, index: number) {
  const text = blob.extrasOf(index);
  if (text?.includes('"reason":') !== true) return undefined;
  const { settled, adjusted, teamStatus, refunded, photo } = JSON.parse(text) as ResultExtras;
  const { reason } = settled ?? adjusted ?? teamStatus ?? refunded ?? photo ?? {};
  if (reason === undefined) return undefined;
  return teamStatus === undefined ? { reason } : { reason, teamStatus: teamStatus.as };
}

/** A publication announced again is a duplicate and none, as is one that was refused. */
function isPublication(blob: OutBlob, index: number): boolean {
  if (blob.typeOf(index) !== 'hunt.published.v1') return false;
  const { outcome, verdict } = blob.outcomeOf(index);
  return outcome === 'accepted' && verdict === 'noted';
}

function toPublication(blob: OutBlob, index: number, committedAt: Date): LedgerPublication {
  const { id: eventId, hunt, version } = blob.row(index);
  return { eventId, hunt, version, committedAt };
}
