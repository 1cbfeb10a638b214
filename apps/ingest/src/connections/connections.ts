/**
 * Which connections the door takes. They are counted from the first byte of an upgrade to the end
 * of their TCP connection, so that one which never says who it is counts as well.
 */
import { type Problem, problem } from '@trove/contracts';
import { DOOR_LIMITS, DOOR_RATES, RATE_KEYS } from '../limits.js';
import { RateLimiter } from '../rates/rateLimiter.js';

/** Why a connection is refused. */
const REFUSALS = ['closing', 'door_full', 'half_open', 'address_full', 'address_rate'] as const;
export type Refusal = (typeof REFUSALS)[number];

export interface ConnectionLimits {
  /** Of the door, and of one address. */
  readonly sockets: number;
  readonly socketsPerAddress: number;
}

export interface Refused {
  readonly refusal: Refusal;
  readonly problem: Problem;
}

export class Connections {
  readonly #byAddress = new Map<string, number>();
  readonly #rates = new RateLimiter(DOOR_RATES.connections, RATE_KEYS);
  /** Refused since the door began, by reason. */
  readonly refused = new Map<Refusal, number>(REFUSALS.map((one) => [one, 0]));
  #open = 0;
  #isClosing = false;

  /** @param joined how many of them have a place in `/play` */
  constructor(
    private readonly limits: ConnectionLimits,
    private readonly joined: () => number,
  ) {}

  get open(): number {
    return this.#open;
  }

  /** Takes a connection, which `leave` gives back, or says why not. */
  take(address: string, nowMs: number): Refused | undefined {
    const refused = this.#refuse(address, nowMs);
    if (refused !== undefined) {
      const { refusal } = refused;
      this.refused.set(refusal, (this.refused.get(refusal) ?? 0) + 1);
      return refused;
    }
    this.#open += 1;
    this.#byAddress.set(address, (this.#byAddress.get(address) ?? 0) + 1);
    return undefined;
  }

  /** Once for each that was taken. */
  leave(address: string): void {
    this.#open -= 1;
    const left = (this.#byAddress.get(address) ?? 1) - 1;
    if (left > 0) this.#byAddress.set(address, left);
    else this.#byAddress.delete(address);
  }

  /** From now on nobody is taken. */
  close(): void {
    this.#isClosing = true;
  }

  #refuse(address: string, nowMs: number): Refused | undefined {
    const { sockets, socketsPerAddress } = this.limits;
    if (this.#isClosing) return busy('closing', 'the door is closing');
    if (this.#open >= sockets) return busy('door_full', 'this door has no room: try another');
    if (this.#open - this.joined() >= DOOR_LIMITS.halfOpenSockets) {
      return busy('half_open', 'too many connections have not said who they are');
    }
    if ((this.#byAddress.get(address) ?? 0) >= socketsPerAddress) {
      return limited('address_full', DOOR_LIMITS.retryAfterMaxMs);
    }
    const waitMs = this.#rates.take(address, 1, nowMs);
    return waitMs > 0 ? limited('address_rate', waitMs) : undefined;
  }
}

function busy(refusal: Refusal, detail: string): Refused {
  const retryAfterMs = DOOR_LIMITS.retryAfterMaxMs;
  return { refusal, problem: problem('busy', detail, { retryAfterMs }) };
}

function limited(refusal: Refusal, retryAfterMs: number): Refused {
  const detail = 'too many connections from one address';
  return { refusal, problem: problem('rate_limited', detail, { retryAfterMs }) };
}
