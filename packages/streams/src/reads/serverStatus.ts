/** What Redis says of itself: how durable an acknowledgement is, and how full it is. */
import type { DurabilityTier } from '@trove/contracts';
import type { TroveRedis } from '../connectRedis.js';

export interface ServerStatus {
  readonly version: string;
  readonly runId: string;
  /** The tier the server really keeps; undefined when it keeps no append-only file at all. */
  readonly tier: DurabilityTier | undefined;
  readonly usedMemoryBytes: number;
  /** 0 when there is no bound. */
  readonly maxMemoryBytes: number;
  /** False while Redis cannot write its append-only file: the disk is full or broken. */
  readonly isAppendFileWell: boolean;
  /** True only under `noeviction`: any other policy may drop what was promised. */
  readonly isEvictionOff: boolean;
}

export type MemoryStatus = Pick<ServerStatus, 'usedMemoryBytes' | 'maxMemoryBytes'>;

/** How full the server is: cheap enough to ask several times a second. */
export async function memoryStatus(redis: TroveRedis): Promise<MemoryStatus> {
  return memoryIn(await redis.info('memory'));
}

function memoryIn(info: string): MemoryStatus {
  return {
    usedMemoryBytes: Number(field(info, 'used_memory')),
    maxMemoryBytes: Number(field(info, 'maxmemory')),
  };
}

export async function serverStatus(redis: TroveRedis): Promise<ServerStatus> {
  const info = await redis.info();
  const config = await configOf(redis);
  return {
    version: field(info, 'redis_version'),
    runId: field(info, 'run_id'),
    tier: tierOf(config.get('appendonly'), config.get('appendfsync')),
    ...memoryIn(info),
    isAppendFileWell: field(info, 'aof_last_write_status') === 'ok',
    isEvictionOff: field(info, 'maxmemory_policy') === 'noeviction',
  };
}

async function configOf(redis: TroveRedis): Promise<Map<string, string>> {
  const reply: unknown = await redis.config('GET', 'append*');
  const flat: unknown[] = Array.isArray(reply) ? reply : Object.entries(reply ?? {}).flat();
  const config = new Map<string, string>();
  for (let i = 0; i + 1 < flat.length; i += 2) config.set(String(flat[i]), String(flat[i + 1]));
  return config;
}

function tierOf(appendonly?: string, appendfsync?: string): DurabilityTier | undefined {
  if (appendonly !== 'yes') return undefined;
  return appendfsync === 'always' ? 'disk' : 'process';
}

function field(info: string, name: string): string {
  return new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';
}
