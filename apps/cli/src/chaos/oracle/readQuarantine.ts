/** Reads what was refused: the quarantine streams in Redis, and what PostgreSQL has of them. */
import { type Db, isTransient, quarantineReads } from '@trove/db';
import { createQuarantineSource, type TroveRedis } from '@trove/streams';
import { CHAOS } from '../limits.js';
import type { RestFact } from './facts.js';

const PAGE = 500;

/** Reads on behind what it has read; streams keep only their newest stretch. */
export class RestReader {
  readonly #rests: RestFact[] = [];
  readonly #after = new Map<string, string>();

  constructor(private readonly redis: TroveRedis) {}

  async gather(): Promise<readonly RestFact[]> {
    const source = createQuarantineSource(this.redis, CHAOS.partitions);
    for (const stream of source.names) {
      for (;;) {
        const after = this.#after.get(stream) ?? '0-0';
        const entries = await source.read(stream, after, PAGE);
        const last = entries.at(-1);
        if (last === undefined) break;
        for (const { stage, code, eventId: id, source: from, hunt } of entries) {
          this.#rests.push({ stage, code, id, source: from, hunt });
        }
        this.#after.set(stream, last.streamId);
      }
    }
    return this.#rests;
  }
}

/** How many refusals of a hunt PostgreSQL has; none while it is coming back. */
export async function restsStored(db: Db, hunt: string): Promise<number> {
  try {
    const facets = await quarantineReads(db).facets({ hunt });
    const codes = facets.filter(({ facet }) => facet === 'code');
    return codes.reduce((sum, { count }) => sum + count, 0);
  } catch (error) {
    if (!isTransient(error)) throw error;
    return 0;
  }
}
