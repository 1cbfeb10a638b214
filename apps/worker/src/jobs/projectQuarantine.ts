/**
 * Copies refused events into PostgreSQL, once each: the door's stream and one of each partition.
 * A stream that cannot be copied does not hold up the others.
 */
import type { QuarantineEntry } from '@trove/contracts';
import type { QuarantineStore } from '@trove/db';
import { SINK_LIMITS } from './limits.js';

export interface QuarantineSource {
  /** `door`, and `p0`, `p1` … for what the partitions' logs refused. */
  readonly names: readonly string[];
  /** Oldest first, after the id; empty at the end. */
  read(stream: string, afterId: string, limit: number): Promise<readonly QuarantineEntry[]>;
  /** Tells that everything up to the id is in PostgreSQL, so that it may leave the stream. */
  acknowledge(stream: string, id: string): Promise<void>;
}

export interface ProjectQuarantineDeps {
  readonly source: QuarantineSource;
  readonly store: QuarantineStore;
}

/** The handler of `project-quarantine`: runs until every stream is caught up. */
export function createProjectQuarantine(deps: ProjectQuarantineDeps) {
  return async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const stream of deps.source.names) {
      try {
        await catchUp(deps, stream);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, messageOf(failures));
  };
}

async function catchUp({ source, store }: ProjectQuarantineDeps, stream: string): Promise<void> {
  let fromId = await store.cursor(stream);
  for (let batch = 0; batch < SINK_LIMITS.batchesPerRun; batch += 1) {
    const entries = await source.read(stream, fromId, SINK_LIMITS.refusalsPerBatch);
    const toId = entries.at(-1)?.streamId;
    if (toId === undefined) return;
    const reply = await store.apply({ stream, fromId, toId, entries });
    // Another run is at this stream and goes on.
    if (reply.kind === 'moved') return;
    await source.acknowledge(stream, toId);
    fromId = toId;
  }
}

const messageOf = (failures: readonly unknown[]) =>
  failures.map((error) => (error instanceof Error ? error.message : String(error))).join('; ');
