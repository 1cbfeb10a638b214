/** The values that travel between the bench's processes. */
export interface SourceToken {
  readonly source: string;
  readonly token: string;
}

/** A private installation, as bench/stack.mjs tells of it. */
export interface Stack {
  readonly url: string;
  readonly redisUrl: string;
  readonly databaseUrl: string;
  readonly secret: string;
  readonly dataDir: string;
  /** Where the door's inspector listens once it is asked to. */
  readonly inspector: number;
  readonly pids: Readonly<Record<keyof CpuMicros | 'console' | 'postgres', number>>;
}

/** What a load generator is asked to do. */
export interface LoadTask {
  readonly kind: 'batch' | 'single' | 'overload';
  readonly url: string;
  readonly sources: readonly SourceToken[];
  readonly hunts: readonly string[];
  readonly seconds: number;
  /** Of singles and of an overload: events a second, however slow the answers are. */
  readonly ratePerSecond: number;
}

/** A message from the generator: the measured span begins or ends, or the load is done. */
export type LoadMessage =
  | { readonly phase: 'measuring' | 'measured' }
  | { readonly phase: 'done'; readonly result: LoadResult }
  | { readonly phase: 'failed'; readonly error: string };

export interface LoadResult {
  /** Events sent in all, warm-up included, and of them with a result and refused for good. */
  readonly sent: number;
  readonly decided: number;
  readonly refused: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly measured: MeasuredSpan;
  /** Packets that were told `busy`. */
  readonly busyPackets: number;
  readonly latency?: Quantiles;
}

export interface MeasuredSpan {
  readonly events: number;
  readonly seconds: number;
  /** Processor time the generator itself took, which the servers could not have. */
  readonly generatorMicros: number;
}

export interface Quantiles {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

/** What runs beside the path of an event, on the same cores. */
export interface BesideMicros {
  readonly console: number;
  readonly postgres: number;
  /** The processes beside the worker: the archive, and what folds the record again. */
  readonly archive: number;
}

export interface CpuMicros {
  readonly ingest: number;
  readonly worker: number;
  readonly redis: number;
}
