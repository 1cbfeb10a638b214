/** Rows of the quarantine as entries, and places as the columns of their key. */
import type { QuarantineCare, QuarantineEntry, QuarantineReplay } from '@trove/contracts';
import type { QuarantineEvent } from '../generated/client.js';
import { parseStreamId } from '../streamId.js';

/** Where an entry stands: ids are unique within one stream only. */
export type QuarantineKey = Pick<QuarantineEntry, 'stream' | 'streamId'>;

/** As the unique key of a row in the generated client. */
export function columnsOfKey({ stream, streamId }: QuarantineKey) {
  const { ms, seq } = parseStreamId(streamId);
  return { streamMs: BigInt(ms), streamSeq: BigInt(seq), stream };
}

/** As the first three parameters of statements that unnest keys: milliseconds, numbers, streams. */
export function columnsOfKeys(keys: readonly QuarantineKey[]): [string[], string[], string[]] {
  const ids = keys.map(({ streamId }) => parseStreamId(streamId));
  return [ids.map(({ ms }) => ms), ids.map(({ seq }) => seq), keys.map(({ stream }) => stream)];
}

export function toEntry(row: QuarantineEvent): QuarantineEntry {
  const replay = row.replayedAt && {
    at: row.replayedAt.getTime(),
    by: row.replayedBy ?? '',
    outcome: row.replayOutcome as QuarantineReplay['outcome'],
  };
  return {
    stream: row.stream,
    streamId: `${row.streamMs}-${row.streamSeq}`,
    refusedAt: row.refusedAt.getTime(),
    stage: row.stage as QuarantineEntry['stage'],
    ack: row.ack as QuarantineEntry['ack'],
    code: row.code as QuarantineEntry['code'],
    path: row.path,
    detail: row.detail,
    eventId: row.eventId,
    hunt: row.hunt,
    type: row.type,
    source: row.source,
    player: row.player,
    team: row.team,
    transport: row.transport as QuarantineEntry['transport'],
    reserialised: row.reserialised,
    original: textOf(row.original),
    originalBytes: row.originalBytes,
    originalSha256: row.originalSha256,
    huntVersion: row.huntVersion,
    ...(replay && { replay }),
    care: careOf(row),
  };
}

function careOf(row: QuarantineEvent): QuarantineCare {
  const { discardedAt, discardedBy, discardReason } = row;
  return {
    state: row.state as QuarantineCare['state'],
    isClaimed: row.isClaimed,
    ...(row.runId !== null && { run: row.runId }),
    ...(row.staysBecause !== null && { stays: row.staysBecause }),
    ...(row.repaired && { repaired: textOf(row.repaired) }),
    ...(discardedAt && {
      discarded: {
        at: discardedAt.getTime(),
        by: discardedBy ?? '',
        reason: discardReason ?? '',
      },
    }),
  };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}
