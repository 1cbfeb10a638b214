/** What repairs are made with: where entries rest, where they go, and what time it is. */
import type { Db } from '@trove/db';
import type { HuntDirectory, KeySpace, TroveRedis } from '@trove/streams';

export interface RepairDeps {
  readonly db: Db;
  readonly redis: TroveRedis;
  readonly hunts: Pick<HuntDirectory, 'get' | 'body'>;
  /** Milliseconds on the wall clock. */
  nowMs(): number;
  readonly keys?: KeySpace;
}
