/** Where recorded events are: the archive's folder with its manifest, and the logs. */
import type { Db } from '@trove/db';
import type { KeySpace, TroveRedis } from '@trove/streams';

export interface RecordSources {
  readonly db: Db;
  readonly redis: TroveRedis;
  /** Absolute. */
  readonly folder: string;
  readonly keys?: KeySpace;
}
