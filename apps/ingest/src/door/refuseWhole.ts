/** What happens to a packet that can't be taken apart. */
import { type DoorClaims, type Problem, problem } from '@trove/contracts';
import { DOOR_LIMITS } from '../limits.js';
import type { DoorDeps, Packet } from './door.js';
import { quarantineRecord } from './quarantineRecords.js';

type Deps = Pick<DoorDeps, 'metrics' | 'rates' | 'pressure' | 'quarantine' | 'onError'>;

export interface WholePacket {
  readonly packet: Packet;
  readonly claims: DoorClaims;
  readonly error: Problem;
}

/** Keeps it whole and answers why; what a retry will mend is only counted. */
export async function refuseWhole(deps: Deps, refused: WholePacket): Promise<Problem> {
  const { code } = refused.error;
  const isKept = code === 'malformed' || code === 'other_source';
  const error = (isKept ? tooMuch(deps, refused) : undefined) ?? refused.error;
  deps.metrics.countUnattributed(error.code);
  if (!isKept || error !== refused.error) return error;
  try {
    await deps.quarantine([{ record: recordOfWhole(refused) }]);
  } catch (cause) {
    deps.onError(cause, 'a refused packet could not be kept');
    return problem('busy', 'send again', { retryAfterMs: DOOR_LIMITS.retryAfterMs });
  }
  return error;
}

/** Nobody knows how many events are in it: it is one of its sender's, and one that rests. */
function tooMuch({ rates, pressure }: Deps, { packet, claims }: WholePacket): Problem | undefined {
  const limited = rates.takePlayer(claims, 1, packet.receivedAtUs / 1000);
  if (limited !== undefined) {
    const { code, detail = '', retryAfterMs } = limited;
    return problem(code, detail, { retryAfterMs });
  }
  const retryAfterMs = pressure.retryRefusalsAfterMs();
  return retryAfterMs === undefined ? undefined : problem('busy', 'send again', { retryAfterMs });
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
