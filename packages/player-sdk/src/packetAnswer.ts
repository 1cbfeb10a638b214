/**
 * Reads the server's answer to one packet: which events are through, which are refused for good,
 * and whether the packet has to be sent again.
 */
import type { Ack, EventRefusal, ProblemCode, SendReply } from '@trove/contracts';

export interface SettledEvent {
  /** Index in the packet. */
  readonly index: number;
  readonly ack: Ack;
  /** Why not, for every ack but `appended`. */
  readonly refusal?: EventRefusal | undefined;
}

export interface PacketAnswer {
  readonly settled: readonly SettledEvent[];
  /** Present when the packet must be sent again. */
  readonly again?: {
    readonly code: ProblemCode;
    readonly retryAfterMs?: number | undefined;
  };
}

/** Refusals of a whole packet that end by themselves. Kept here: contracts give types only. */
const PASSING = new Set<ProblemCode>([
  'busy',
  'out_of_order',
  'not_ready',
  'rate_limited',
  'token_expired',
]);

/**
 * @param reply the server's answer
 * @param count events in the packet
 * @param retried acks that mean "send it again"; the others settle their event
 */
export function readAnswer(
  reply: SendReply,
  count: number,
  retried: ReadonlySet<Ack>,
): PacketAnswer {
  if (!reply.ok) return readProblem(reply.error, count);
  const settled: SettledEvent[] = [];
  let again: PacketAnswer['again'];
  for (let index = 0; index < count; index += 1) {
    const ack = reply.acks[index] ?? 'busy';
    const refusal = reply.errors?.[String(index)];
    if (!retried.has(ack)) settled.push({ index, ack, refusal });
    else again ??= { code: refusal?.code ?? 'busy', retryAfterMs: retryAfter(reply, refusal) };
  }
  return again === undefined ? { settled } : { settled, again };
}

function retryAfter(reply: SendReply & { ok: true }, refusal: EventRefusal | undefined) {
  return reply.retryAfterMs ?? refusal?.retryAfterMs;
}

function readProblem(error: (SendReply & { ok: false })['error'], count: number): PacketAnswer {
  const { code, detail, retryAfterMs } = error;
  if (PASSING.has(code)) return { settled: [], again: { code, retryAfterMs } };
  const refusal: EventRefusal = { code, detail };
  const settled = Array.from({ length: count }, (_, index): SettledEvent => {
    return { index, ack: 'invalid', refusal };
  });
  return { settled };
}
