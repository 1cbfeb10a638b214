/** Faults of the servers underneath: Redis killed or full, PostgreSQL away or slow. */
import { setTimeout as pause } from 'node:timers/promises';
import { memoryStatus } from '@trove/streams';
import { ANY_TARGET, REDIS_TARGET } from '../limits.js';
import { blow, type Fault, lasting } from './fault.js';

const AWAY_MS = 60_000;
/** What may leave the streams is read before. */
const READ_EVERY_MS = 5_000;
/** Longer than anybody waits for an answer, so that every statement is given up. */
const LATE_MS = 2_000;
const SLOW_MS = 8_000;
const FULL_MS = 3_000;
const JITTER_MS = 60;

export const killRedis: Fault = {
  name: 'F4',
  title: 'kill -9 of Redis, restart with its append-only file',
  note: 'appendfsync always',
  target: REDIS_TARGET,
  async strike({ installation, random }) {
    await pause(random.next() * JITTER_MS);
    const struck = await blow(() => installation.kill('redis'));
    await installation.start('redis');
    return [struck];
  },
};

/** What the file has been given survives the process; tier `process` promises no more. */
export const killRedisUnsynced: Fault = {
  ...killRedis,
  name: 'F4B',
  title: 'kill -9 of Redis at tier process, restart with its file',
  note: 'appendfsync everysec',
  durability: 'process',
};

export const killPostgres: Fault = {
  name: 'F7',
  title: 'PostgreSQL killed and away for 60 s',
  note: 'play goes on meanwhile; the ledger is compared once it has caught up',
  target: ANY_TARGET,
  async strike({ installation, witness }) {
    const struck = await blow(() => installation.kill('postgres'));
    const untilMs = performance.now() + AWAY_MS;
    while (performance.now() < untilMs) {
      await pause(READ_EVERY_MS);
      await witness.gather();
    }
    await installation.start('postgres');
    return [struck];
  },
};

export const slowPostgres: Fault = {
  name: 'F7B',
  title: 'PostgreSQL answers 2 s late for 8 s',
  note: 'statements take effect after those who asked have given up; they count once',
  target: ANY_TARGET,
  async strike({ installation }) {
    const slow = async () => {
      await installation.slowPostgres(LATE_MS);
      await pause(SLOW_MS);
      await installation.slowPostgres(0);
    };
    return [await lasting(slow)];
  },
};

export const fillRedis: Fault = {
  name: 'F15',
  title: 'Redis at maxmemory for 3 s',
  note: 'recovery is counted from when there is room again',
  target: ANY_TARGET,
  async strike({ witness: { redis } }) {
    const { usedMemoryBytes, maxMemoryBytes } = await memoryStatus(redis);
    await redis.config('SET', 'maxmemory', usedMemoryBytes);
    await pause(FULL_MS);
    return [await blow(async () => void (await redis.config('SET', 'maxmemory', maxMemoryBytes)))];
  },
};
