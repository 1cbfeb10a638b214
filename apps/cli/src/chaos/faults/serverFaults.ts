/** Faults of the servers underneath: Redis killed or full, PostgreSQL away. */
import { setTimeout as pause } from 'node:timers/promises';
import { memoryStatus } from '@trove/streams';
import { ANY_TARGET, REDIS_TARGET } from '../limits.js';
import { blow, type Fault } from './fault.js';

const AWAY_MS = 5_000;
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

export const killPostgres: Fault = {
  name: 'F7',
  title: 'PostgreSQL killed and away for 5 s',
  note: 'play goes on meanwhile; the ledger is compared once it has caught up',
  target: ANY_TARGET,
  async strike({ installation }) {
    const struck = await blow(() => installation.kill('postgres'));
    await pause(AWAY_MS);
    await installation.start('postgres');
    return [struck];
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
