/** Opens connections to Redis with the habits every part of Trove relies on. */
import { readFileSync } from 'node:fs';
import { Redis, type RedisOptions } from 'ioredis';

export interface ConnectOptions {
  /** Shown by CLIENT LIST, so that an operator knows whose connection it is. */
  readonly name: string;
  /** For a connection that waits in XREAD BLOCK: no command time-out. */
  readonly isBlocking?: boolean;
  /**
   * A connection that awaits an answer and hears nothing for so long, ms, is made anew: its packets
   * go nowhere, and TCP alone would find out in a quarter of an hour. Longer than any wait on it.
   */
  readonly deadAfterMs?: number;
}

/** A command that takes longer has met a dead server; the caller decides whether to try again. */
const COMMAND_TIMEOUT_MS = 5_000;
const DEAD_AFTER_MS = 2 * COMMAND_TIMEOUT_MS;
const RECONNECT_MAX_MS = 500;

function script(name: string): string {
  return readFileSync(new URL(`../lua/${name}.lua`, import.meta.url), 'utf8');
}

/** The scripts as methods; each takes the number of keys first. */
export interface Scripts {
  troveAppend(keys: number, ...args: (string | Buffer | number)[]): Promise<unknown>;
  troveAcquire(keys: number, ...args: (string | number)[]): Promise<unknown>;
  troveRelease(keys: number, ...args: (string | number)[]): Promise<unknown>;
  troveTrail(keys: number, ...args: string[]): Promise<unknown>;
  trovePark(keys: number, ...args: (string | Buffer | number)[]): Promise<unknown>;
  troveQuarantine(keys: number, ...args: (string | number)[]): Promise<unknown>;
  troveFrame(keys: number, ...args: (string | number)[]): Promise<unknown>;
  troveReplace(keys: number, ...args: string[]): Promise<unknown>;
  troveCommitBuffer(keys: number, ...args: (string | Buffer | number)[]): Promise<unknown>;
  troveStage(keys: number, ...args: (string | Buffer | number)[]): Promise<unknown>;
  troveSwapBuffer(keys: number, ...args: (string | Buffer | number)[]): Promise<unknown>;
}

export type TroveRedis = Redis & Scripts;

/** Lazy connection errors are the caller's to listen for: `redis.on('error')`. */
export function connectRedis(url: string, options: ConnectOptions): TroveRedis {
  const { name, isBlocking, deadAfterMs = isBlocking ? undefined : DEAD_AFTER_MS } = options;
  const settings: RedisOptions = {
    connectionName: name,
    keepAlive: 10_000,
    // Every write bears being sent twice: scripts compare before they write, streams are read by
    // position, and an append whose answer was lost is deduplicated by the events' ids.
    autoResendUnfulfilledCommands: true,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 50, RECONNECT_MAX_MS),
    ...(isBlocking ? {} : { commandTimeout: COMMAND_TIMEOUT_MS }),
    ...(deadAfterMs === undefined ? {} : { socketTimeout: deadAfterMs }),
  };
  const redis = new Redis(url, settings);
  redis.defineCommand('troveAppend', { lua: script('append') });
  redis.defineCommand('troveAcquire', { lua: script('acquire') });
  redis.defineCommand('troveRelease', { lua: script('release') });
  redis.defineCommand('troveTrail', { lua: script('trail') });
  redis.defineCommand('trovePark', { lua: script('park') });
  redis.defineCommand('troveQuarantine', { lua: script('quarantine') });
  redis.defineCommand('troveFrame', { lua: script('frame') });
  redis.defineCommand('troveReplace', { lua: script('replace') });
  redis.defineCommand('troveCommit', { lua: script('commit') });
  redis.defineCommand('troveStage', { lua: script('stage') });
  redis.defineCommand('troveSwap', { lua: script('swap') });
  return redis as TroveRedis;
}

/**
 * Commands written from now to the end of this turn of the event loop leave as one packet: every
 * write of its own wakes the server, which costs more than what it carries.
 */
export function writeTogether({ stream }: TroveRedis): void {
  // There is none before the first connection; what is written then waits anyway.
  if (stream === undefined || stream === null || stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
