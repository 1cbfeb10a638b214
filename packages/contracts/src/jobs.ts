/** Every background job: its payload and how it may fail. Handlers are typed by this table. */
import { z } from 'zod';

export const JOBS = {
  /** A lease on one partition: read, decide, commit until it is idle or its turn is over. */
  'drain-partition': {
    queue: 'drain',
    payload: z.strictObject({ partition: z.int().min(0) }),
    attempts: 1,
  },
  /** Copies score entries of one partition to PostgreSQL, once each, by log position. */
  'project-ledger': {
    queue: 'sinks',
    payload: z.strictObject({ partition: z.int().min(0) }),
    attempts: 1,
  },
  /** Writes decided events of one partition to the archive's files, once each. */
  'archive-partition': {
    queue: 'archive',
    payload: z.strictObject({ partition: z.int().min(0) }),
    attempts: 1,
  },
  /** Copies the quarantine stream to PostgreSQL, once each, by stream id. */
  'project-quarantine': { queue: 'sinks', payload: z.strictObject({}), attempts: 1 },
  /** Cleans away what is older than the quarantine is kept. */
  'tidy-quarantine': { queue: 'sinks', payload: z.strictObject({}), attempts: 1 },
  /** Folds metrics frames into the rows of history in PostgreSQL, once each, by stream id. */
  'project-rollups': { queue: 'sinks', payload: z.strictObject({}), attempts: 1 },
  /** Cleans away rows of history that are older than their width is kept. */
  'tidy-rollups': { queue: 'sinks', payload: z.strictObject({}), attempts: 1 },
  /** Lets hunts in which nothing happens any more forget the ids that are too old. */
  'age-hunts': { queue: 'sinks', payload: z.strictObject({}), attempts: 1 },
  /** Deletes photos whose time is over. */
  'forget-photos': { queue: 'sinks', payload: z.strictObject({}), attempts: 1 },
  /** Appends publications that were stored but, after a crash, not announced in the log. */
  'announce-publications': { queue: 'sinks', payload: z.strictObject({}), attempts: 1 },
  /** Replays what a repair run has claimed, at its rate, until it is done or cancelled. */
  'replay-run': {
    queue: 'repairs',
    payload: z.strictObject({ run: z.uuid() }),
    attempts: 1,
  },
  /** Takes runs up that nobody is at, and finds what became of replays left pending. */
  'resume-repairs': { queue: 'repairs', payload: z.strictObject({}), attempts: 1 },
  /** Runs one draft over recorded events, in a process beside the worker. */
  'backtest-hunt': { queue: 'batch', payload: z.strictObject({ run: z.uuid() }), attempts: 1 },
  /** Takes up backtests that nobody is at. */
  'resume-backtests': { queue: 'batch', payload: z.strictObject({}), attempts: 1 },
  /** Recomputes what was played of a hunt by a new version, and has it put in place. */
  'republish-hunt': { queue: 'batch', payload: z.strictObject({ run: z.uuid() }), attempts: 1 },
  /** Takes up retroactive publications that nobody is at. */
  'resume-republications': { queue: 'batch', payload: z.strictObject({}), attempts: 1 },
  /** Looks whether the batch twin is due, and then folds what came since. */
  'run-twin': { queue: 'batch', payload: z.strictObject({}), attempts: 1 },
  /** Looks whether the nightly proof is due that live state, ledger and record agree. */
  'reconcile-hunts': { queue: 'batch', payload: z.strictObject({}), attempts: 1 },
} as const;

export type JobName = keyof typeof JOBS;
export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]['payload']>;
export type JobQueue = (typeof JOBS)[JobName]['queue'];
