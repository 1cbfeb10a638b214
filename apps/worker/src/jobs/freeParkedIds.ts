/**
 * Makes room where ids of refused events are parked: what was discarded, or is no longer kept, will
 * not be sent again. The place of a hunt is bounded, and a season's refusals would fill it.
 */
import { eventIdOf } from '@trove/core';
import type { QuarantineStore } from '@trove/db';
import {
  createHuntDirectory,
  createQuarantineSource,
  freeParked,
  type KeySpace,
  parkedPages,
  type TroveRedis,
} from '@trove/streams';

export interface FreeParkedDeps {
  readonly redis: TroveRedis;
  readonly store: QuarantineStore;
  readonly partitions: number;
  readonly keys: KeySpace;
  /** Parked ids of a hunt below which nothing is done; absent: half of what it may park. */
  readonly least?: number;
}

export function createFreeParkedIds({ redis, store, partitions, keys, least }: FreeParkedDeps) {
  const source = createQuarantineSource(redis, partitions, keys);
  /** An id is parked with its record in the same step, and PostgreSQL is to have read that. */
  const isCopied = async (partition: number) => {
    for (const stream of ['door', `p${partition}`]) {
      const waiting = await source.read(stream, await store.cursor(stream), 1);
      if (waiting.length > 0) return false;
    }
    return true;
  };
  return async (): Promise<void> => {
    for (const live of await createHuntDirectory(redis, keys).list()) {
      const bound = least === undefined ? { keys } : { keys, least };
      for await (const parked of parkedPages(redis, live, bound)) {
        if (!(await isCopied(live.partition))) return;
        const ids = parked.map((identity) => eventIdOf(identity.toString('latin1')));
        const open = await store.openAmong(live.slug, ids);
        const identities = parked.filter((_, i) => !open.has(ids[i] ?? ''));
        await freeParked(redis, live, { identities, keys });
      }
    }
  };
}
