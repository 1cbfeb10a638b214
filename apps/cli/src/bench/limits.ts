/** What the bench sends and how long; every figure that RESULTS.md depends on stands here. */
export const BENCH = {
  /** As many as an installation has that asks for no number. */
  partitions: 4,
  /** Sources with a token of their own, more than any load has sockets. */
  sources: 64,
  /** Hunts the load is spread over, with rules and all kinds of clues. */
  hunts: 8,
  cluesPerHunt: 60,
  teams: 4_000,
  /** Different events, sent again and again under new ids. */
  templates: 20_000,
  batch: {
    eventsPerPacket: 500,
    sockets: 4,
    packetsInFlight: 4,
    /** Events without a result yet, over all sockets: the clients' own bound. */
    undecided: 30_000,
    warmUpMs: 3_000,
  },
  single: {
    /** Fewer, so that more events share a commit: what who wants short answers would choose. */
    partitions: 2,
    sockets: 32,
    warmUpMs: 2_000,
    seconds: 15,
    quickSeconds: 4,
    /** Of the first rate on a fresh installation, not measured: until then code is compiled. */
    firstSeconds: 20,
  },
  /** Enough packets on the way that the clients' own windows do not hold the load back. */
  overload: {
    times: 3,
    seconds: 8,
    quickSeconds: 4,
    sockets: 16,
    packetsInFlight: 30,
    sampleMs: 250,
  },
  /** Players who watch one board. */
  sockets: {
    count: 2_000,
    /** Opened before the memory of the others is counted: what the first cost is not theirs. */
    first: 200,
    openAtOnce: 50,
    /** Between the last socket and the look at the door's memory. */
    settleMs: 3_000,
    changes: 30,
    results: 300,
    quick: { changes: 5, results: 60 },
    /** More than the door waits between two boards of a hunt. */
    betweenBoardsMs: 700,
    betweenResultsMs: 20,
    waitMs: 15_000,
  },
  naive: { events: 60_000, quickEvents: 15_000, concurrency: 200, addAtOnce: 500 },
  /** The results of everything sent must be in after so long without one. */
  silenceMs: 30_000,
} as const;

/** What the figures are held against. */
export const TARGETS = {
  batchPerSecond: { floor: 150_000, goal: 200_000, unit: 'events/s' },
  cpuMicrosPerEvent: { floor: 10, goal: 7, unit: 'µs' },
  ratio: { floor: 15, goal: 25, unit: '' },
  bytesPerId: { floor: 100, unit: 'B' },
  /** Where a door says busy of each partition, and what it may have taken by then. */
  undecided: { floor: BENCH.partitions * 60_000 + 100_000, unit: 'events' },
  /** Of a door or a worker while more comes than can be decided. */
  overloadMb: { floor: 1_000, unit: 'MB' },
  singles: [
    { durability: 'disk', ratePerSecond: 1_000, p50Ms: 1.5, p99Ms: 8 },
    { durability: 'disk', ratePerSecond: 5_000, p50Ms: 3 },
    { durability: 'process', ratePerSecond: 1_000, p50Ms: 1.5, p99Ms: 5 },
    { durability: 'process', ratePerSecond: 5_000, p50Ms: 3 },
  ],
} as const;
