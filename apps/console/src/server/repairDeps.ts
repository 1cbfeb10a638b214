/** What repairs are made with in this process. */
import type { RepairDeps } from '@trove/repairs';
import { db, huntDirectory, redis } from './connections';

export function repairDeps(): RepairDeps {
  return { db: db(), redis: redis(), hunts: huntDirectory(), nowMs: Date.now };
}
