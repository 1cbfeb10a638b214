/**
 * Logs are JSON lines on standard output, one per batch rather than per event,
 * with the fields `level`, `time` (ISO 8601), `app`, `pid` and `msg`.
 */
import { type Logger, pino, stdTimeFunctions } from 'pino';

export type { Logger };

export interface LoggerOptions {
  /** The app's short name: ingest, worker, console. */
  readonly app: string;
  /** The least severe level that is written. */
  readonly level: string;
}

/** Paths that never reach a log line; what stands there is replaced by `[hidden]`. */
const HIDDEN = [
  'token',
  'secret',
  'password',
  'authorization',
  'cookie',
  '*.token',
  '*.secret',
  '*.password',
  '*.authorization',
  '*.cookie',
  'req.headers.authorization',
  'req.headers.cookie',
];

/** A logger of one process; children of it carry further fields. */
export function createLogger({ app, level }: LoggerOptions): Logger {
  return pino({
    level,
    base: { app, pid: process.pid },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: HIDDEN, censor: '[hidden]' },
  });
}
