/** What happens to a packet that can't be taken apart. */
import { type DoorClaims, type Problem, problem } from '@trove/contracts';
import { DOOR_LIMITS } from '../limits.js';
import type { DoorDeps, Packet } from './door.js';
import { quarantineRecord } from './quarantineRecords.js';

type Deps = Pick<DoorDeps, 'metrics' | 'quarantine' | 'onError'>;

export interface WholePacket {
  readonly packet: Packet;
  readonly claims: DoorClaims;
  readonly error: Problem;
}

/** Keeps it whole and answers why; what a retry will mend is only counted. */
export async function refuseWhole(deps: Deps, refused: WholePacket): Promise<Problem> {
  const { code } = refused.error;
  deps.metrics.countUnattributed(code);
  if (code !== 'malformed' && code !== 'other_source') return refused.error;
  try {
    await deps.quarantine([{ record: recordOfWhole(refused) }]);
  } catch (cause) {
    deps.onError(cause, 'a refused packet could not be kept');
    return problem('busy', 'send again', { retryAfterMs: DOOR_LIMITS.retryAfterMs });
  }
  return refused.error;
}

function recordOfWhole({ packet, claims, error }: WholePacket) {
  const { code, detail, path } = error;
  const bytes = packet.bytes?.[0];
  return quarantineRecord({
    raw: packet.value,
    ...(bytes === undefined ? {} : { bytes }),
    bad: { isGood: false, code, detail, path: path ?? '' },
    source: claims.kind === 'player' ? claims.source : claims.sub,
    transport: packet.transport,
    refusedAtMs: Math.floor(packet.receivedAtUs / 1000),
  });
}
