/** Reads the answer to a packet out of its frame; the common one without parsing it. Pure. */
import type { SendReply } from '@trove/contracts';

export interface ReadReply {
  /** Events refused for good. */
  readonly refused: number;
  /** Present when the packet has to be sent again. */
  readonly retryAfterMs?: number;
}

const ALL_TAKEN: ReadReply = { refused: 0 };
const RETRY_MS = 100;

/** @param frame the array of an acknowledgement, as `[{"ok":true,…}]` */
export function readReplyFrame(frame: string): ReadReply {
  const isPlain = frame.startsWith('[{"ok":true') && !frame.includes('"errors"');
  if (isPlain && !frame.includes('busy')) return ALL_TAKEN;
  const [reply] = JSON.parse(frame) as [SendReply];
  if (!reply.ok) return { refused: 0, retryAfterMs: reply.error.retryAfterMs ?? RETRY_MS };
  const isBusy = reply.acks.some((ack) => ack === 'busy' || ack === 'rate_limited');
  if (isBusy) return { refused: 0, retryAfterMs: reply.retryAfterMs ?? RETRY_MS };
  return { refused: reply.acks.filter((ack) => ack !== 'appended').length };
}
