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

/**
 * A clock fed by replies. The exchange with the shortest round trip wins, because half its round
 * trip bounds the error; its advantage shrinks with each later reply.
 * @param deviceNow the device's clock in milliseconds
 */
export function createServerClock(deviceNow: () => number): ServerClock {
  let offsetMs = 0;
  let bestRoundTripMs = Number.POSITIVE_INFINITY;
  return {
    now: () => Math.round(deviceNow() + offsetMs),
    observe(askedAtMs, serverTime) {
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
