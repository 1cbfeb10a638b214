/**
 * Whose a partition's lease is, and whether they are still there. The server sees a process die,
 * because its connections close; a lease alone would have to run out first. Taking it from somebody
 * who lives and only connects anew is safe: the commits compare tokens.
 */
import { randomUUID } from 'node:crypto';
import type { Lease } from '@trove/core';
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from './keys.js';

/** Process, connection, and what tells one turn from another; a process may be called anything. */
const TOKEN = /^(.*)#(\d+)#([^#]+)$/s;

/**
 * A token of its own for each turn at a partition, which names its process and the connection
 * that renews it.
 */
export async function newLeaseToken(redis: TroveRedis, process: string): Promise<string> {
  const connection = await redis.client('ID');
  return `${process}#${connection}#${randomUUID()}`;
}

/** The process that holds a lease with this token. */
export function processOfToken(token: string): string {
  return TOKEN.exec(token)?.[1] ?? token;
}

/** Leases on these partitions whose holders have no connection to the server any more. */
export async function abandonedLeases(
  redis: TroveRedis,
  partitions: readonly number[],
  space: KeySpace = DEFAULT_KEYS,
): Promise<Lease[]> {
  const tokens = await Promise.all(partitions.map((k) => redis.get(partitionKeys(space, k).owner)));
  const leases = partitions.flatMap((partition, at) => {
    const token = tokens[at];
    return token ? [{ partition, token }] : [];
  });
  const named = leases.filter(({ token }) => connectionOf(token) !== undefined);
  if (named.length === 0) return [];
  const ids = named.map(({ token }) => connectionOf(token) as string);
  const list = String(await redis.client('LIST', 'ID', ...ids));
  const there = new Set([...list.matchAll(/^id=(\d+) /gm)].map(([, id]) => id));
  return named.filter(({ token }) => !there.has(connectionOf(token)));
}

/** Undefined where the token names none. */
function connectionOf(token: string): string | undefined {
  return TOKEN.exec(token)?.[2];
}
