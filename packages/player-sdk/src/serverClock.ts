/**
 * An estimate of the server's clock from the times in its replies, so that a device whose own
 * clock is wrong still makes ids the server takes. It owns no timer.
 */
export interface ServerClock {
  /** The server's time now, in milliseconds. */
  now(): number;
  /** Learns from one reply: when it was asked for, on the device's clock, and what it says. */
  observe(askedAtMs: number, serverTime: string): void;
  readonly offsetMs: number;
}

/** How quickly an old estimate that came over a fast exchange is given up for a newer one. */
const TRUST_DECAY_MS = 10;

/** Device and steady clock apart by more than this: one of them has not simply gone on. */
const JUMP_MS = 1_000;

export interface ServerClockOptions {
  /** The device's clock, ms; it may be set at any time. */
  readonly deviceNow: () => number;
  /** A clock that nobody sets, ms; it may stand still while the device sleeps. */
  readonly steadyNow: () => number;
  /** What is known of the offset before the first reply. */
  readonly offsetMs?: number | undefined;
}

/**
 * A clock fed by replies. The exchange with the shortest round trip wins, because half its round
 * trip bounds the error; its advantage shrinks with each later reply. A device's clock that is put
 * back takes the estimate with it; one that has leapt ahead was set or has slept, which the next
 * reply tells.
 */
export function createServerClock(options: ServerClockOptions): ServerClock {
  const { deviceNow, steadyNow } = options;
  let offsetMs = options.offsetMs ?? 0;
  let bestRoundTripMs = Number.POSITIVE_INFINITY;
  let apartMs = deviceNow() - steadyNow();
  const followDevice = () => {
    const leptMs = deviceNow() - steadyNow() - apartMs;
    if (Math.abs(leptMs) < JUMP_MS) return;
    apartMs += leptMs;
    bestRoundTripMs = Number.POSITIVE_INFINITY;
    if (leptMs < 0) offsetMs -= leptMs;
  };
  return {
    now() {
      followDevice();
      return Math.round(deviceNow() + offsetMs);
    },
    observe(askedAtMs, serverTime) {
      followDevice();
      const server = Date.parse(serverTime);
      const roundTripMs = deviceNow() - askedAtMs;
      if (Number.isNaN(server) || roundTripMs < 0) return;
      if (roundTripMs <= bestRoundTripMs) {
        bestRoundTripMs = roundTripMs;
        offsetMs = server - (askedAtMs + roundTripMs / 2);
      }
      bestRoundTripMs += TRUST_DECAY_MS;
    },
    get offsetMs() {
      return offsetMs;
    },
  };
}
