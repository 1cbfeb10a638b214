/** What the door says of each event of a list, put together from its answers to the packets. */
import {
  type Ack,
  type EventRefusal,
  PROBLEMS,
  type Problem,
  type ProblemCode,
  type SendReply,
} from '@trove/contracts';
import { DOOR_LIMITS } from '../limits.js';

export class ListAnswer {
  private readonly acks: Ack[];
  private readonly errors: Record<string, EventRefusal> = {};
  private retryAfterMs: number | undefined;

  constructor(count: number) {
    this.acks = new Array<Ack>(count).fill('invalid');
  }

  /** `indexes` are the places in the list of the events that were answered. */
  add(indexes: readonly number[], reply: SendReply): void {
    if (!reply.ok) {
      this.refuse(indexes, reply.error);
      return;
    }
    indexes.forEach((index, i) => {
      this.acks[index] = reply.acks[i] ?? 'invalid';
      const error = reply.errors?.[i];
      if (error !== undefined) this.errors[index] = error;
    });
    if (reply.retryAfterMs !== undefined) this.wait(reply.retryAfterMs);
  }

  asReply(serverTime: string): SendReply {
    const { acks, errors, retryAfterMs } = this;
    const hasErrors = Object.keys(errors).length > 0;
    return {
      ok: true,
      serverTime,
      acks,
      ...(hasErrors && { errors }),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    };
  }

  /** A packet that could not be taken apart says nothing of the others. */
  private refuse(indexes: readonly number[], { code, detail, path, retryAfterMs }: Problem): void {
    const ack = ackOf(code);
    const waitMs = ack === 'invalid' ? undefined : (retryAfterMs ?? DOOR_LIMITS.retryAfterMs);
    for (const index of indexes) {
      this.acks[index] = ack;
      this.errors[index] = { code, detail, path, retryAfterMs: waitMs };
    }
    if (waitMs !== undefined) this.wait(waitMs);
  }

  private wait(ms: number): void {
    this.retryAfterMs = Math.max(ms, this.retryAfterMs ?? 0);
  }
}

/** What may be sent again is never called invalid: its sender would give it up. */
function ackOf(code: ProblemCode): Ack {
  if (code === 'rate_limited') return code;
  return PROBLEMS[code].retryable ? 'busy' : 'invalid';
}
