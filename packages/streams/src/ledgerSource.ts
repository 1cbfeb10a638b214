/** Score entries of `out` for the ledger's sink, and how far the sink has come. */
import type { ControlType, EventType, Outcome, Verdict } from '@trove/contracts';
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from './keys.js';
import { toOutEntry } from './reads/outReader.js';

export interface ScoreEntry {
  readonly partition: number;
  readonly epoch: number;
  readonly position: number;
  readonly eventId: string;
  readonly hunt: string;
  readonly team: string;
  readonly player: string;
  readonly type: EventType | ControlType;
  readonly outcome: Outcome;
  readonly verdict: Verdict | undefined;
  readonly clue: string | undefined;
  readonly points: number;
  readonly score: number;
  readonly version: number;
  readonly rules: readonly string[];
  readonly occurredAt: Date;
  readonly committedAt: Date;
}

export interface ScorePage {
  /** Events that moved points or solved a clue, in log order; the others are passed over. */
  readonly entries: readonly ScoreEntry[];
  /** Id in `out` up to which this page reaches; the same as `afterId` at the end. */
  readonly lastId: string;
  readonly epoch: number;
}

export interface LedgerSource {
  /** `limit` bounds the commits looked at, not the entries. */
  read(query: { partition: number; afterId: string; limit: number }): Promise<ScorePage>;
  /** Tells that everything up to this id is durable elsewhere, so that it may be trimmed. */
  acknowledge(partition: number, outId: string): Promise<void>;
}

/** Name under which the ledger's progress stands among a partition's sinks. */
export const LEDGER_SINK = 'ledger';

export function createLedgerSource(
  redis: TroveRedis,
  keys: KeySpace = DEFAULT_KEYS,
): LedgerSource {
  return {
    async read({ partition, afterId, limit }) {
      const { out } = partitionKeys(keys, partition);
      const rows = await redis.xrangeBuffer(out, `(${afterId}`, '+', 'COUNT', limit);
      const entries: ScoreEntry[] = [];
      let lastId = afterId;
      let epoch = 0;
      for (const raw of rows) {
        const { id, blob, committedAtUs } = toOutEntry(raw);
        lastId = id;
        epoch = blob.epoch;
        const committedAt = new Date(committedAtUs / 1000);
        for (let i = 0; i < blob.count; i += 1) {
          if (blob.pointsOf(i) === 0 && blob.outcomeOf(i).verdict !== 'solved') continue;
          const row = blob.row(i);
          entries.push({
            partition,
            epoch,
            position: row.position,
            eventId: row.id,
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
            rules: row.rules?.split(',') ?? [],
            occurredAt: new Date(row.timeMs),
            committedAt,
          });
        }
      }
      return { entries, lastId, epoch };
    },
    async acknowledge(partition, outId) {
      await redis.hset(partitionKeys(keys, partition).sinks, LEDGER_SINK, outId);
    },
  };
}
