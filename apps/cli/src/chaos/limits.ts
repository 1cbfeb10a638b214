/** How long and how hard `trove chaos` strikes, and what it must find. Times in milliseconds. */
export const CHAOS = {
  partitions: 2,
  doors: 2,
  workers: 2,
  /** Clients, each a source with a socket, players and teams of its own. */
  clients: 8,
  teamsPerClient: 6,
  playersPerTeam: 2,
  /** Codes of a hunt. */
  codes: 60,
  eventsPerBatch: 10,
  /** Events that break the contract of their type: doors refuse them, and quarantine has them. */
  malformedShare: 0.02,
  /** Pause of a client between two batches. */
  paceMs: 40,
  /** Without an answer for so long a packet is sent again over another socket. */
  ackMs: 2_000,
  reconnectMs: 50,
  /** Tries of one packet; beyond them the run has failed. */
  tries: 2_000,
  /** Quiet play before a fault, beside a seeded share of `spreadMs`. */
  warmUpMs: 700,
  spreadMs: 600,
  /** Play after the first effect that follows a fault. */
  afterMs: 800,
  lookMs: 40,
  /** As `npm start` brings back what died. */
  supervisorMs: 1_000,
  /** A partition without an effect for so long has not come back. */
  recoveryMs: 60_000,
  /** Clients that are told to stop have their answers by then, or are held up by something. */
  endMs: 180_000,
  drainMs: 60_000,
  ledgerMs: 60_000,
  requestMs: 90_000,
  /** Length of a quiet and of a hostile spell. */
  spellMs: 15_000,
  /** And of the pause between two pairs of them, in which the streams are read. */
  settleMs: 1_000,
  /** A longer run of hostile input is so many legs of at most this, minutes. */
  legMinutes: 5,
  /** Share of hostile things by which an event has to come into the log, and be decided there. */
  hostileShare: 0.1,
  /** What hostile input may do to the p99 of others. */
  slowedTimes: 1.2,
  /** Violations of one run that are told. */
  told: 10,
} as const;

/** What a fault may cost at most, from the fault to the next effect. */
export interface RecoveryTarget {
  readonly p50: number;
  readonly max: number;
}

export const WORKER_TARGET: RecoveryTarget = { p50: 2_000, max: 5_000 };
export const REDIS_TARGET: RecoveryTarget = { p50: 10_000, max: 10_000 };
/** Of every other fault. */
export const ANY_TARGET: RecoveryTarget = { p50: 15_000, max: 15_000 };
