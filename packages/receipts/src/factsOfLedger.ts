/** What the ledger remembers of an event that scored, when the event itself is kept nowhere. */
import type { ReceiptFacts } from '@trove/core';
import type { LedgerRow } from '@trove/db';

export function factsOfLedger(row: LedgerRow): ReceiptFacts {
  return {
    readFrom: 'ledger',
    partition: row.partition,
    epoch: row.epoch,
    position: row.position,
    eventId: row.eventId,
    hunt: row.hunt,
    team: row.team,
    player: row.player,
    type: row.type,
    timeMs: row.occurredAt.getTime(),
    committedAtUs: row.committedAt.getTime() * 1000,
    outcome: row.outcome,
    verdict: row.verdict,
    clue: row.clue,
    points: row.points,
    score: row.score ?? 0,
    version: row.version ?? 0,
    rules: row.rules.length === 0 ? undefined : row.rules.join(','),
    firstPosition: -1,
    rung: undefined,
  };
}
