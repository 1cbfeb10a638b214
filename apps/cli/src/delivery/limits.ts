/** Bounds of sending events and waiting for what becomes of them. */
export const DELIVERY_LIMITS = {
  eventsPerPacket: 500,
  /** Packets on the way at once: enough to keep the door and the worker busy together. */
  inFlight: 8,
  /** The source's own queue. */
  waitingEvents: 20_000,
  /** Nothing heard for so long, with something still expected, ends the wait. */
  silenceMs: 30_000,
  connectMs: 20_000,
  /** Ids asked for over HTTP after the pushes fell silent, in all and at once. */
  askedFor: 20_000,
  asking: 16,
} as const;
