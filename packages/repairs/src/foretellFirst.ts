/** Decides the first events of a repair without effect, each by itself on the state of now. */
import type { CompiledHunt } from '@trove/core';
import { previewReplay, type Replay, type ReplayPreview } from '@trove/streams';
import { REPAIRS_LIMITS } from './limits.js';
import type { RepairDeps } from './repairDeps.js';

export interface Foretold extends ReplayPreview {
  readonly eventId: string;
  readonly team: string;
}

/** Fewer where the time is over before, or rules can't be read yet. */
export async function foretellFirst(
  { redis, hunts, keys }: RepairDeps,
  replays: readonly Replay[],
): Promise<Foretold[]> {
  const { foretold: most, foretellMs } = REPAIRS_LIMITS;
  const untilMs = performance.now() + foretellMs;
  const options = { hunts, compiled: new Map<string, CompiledHunt>(), ...(keys && { keys }) };
  const foretold: Foretold[] = [];
  for (const replay of replays.slice(0, most)) {
    if (performance.now() >= untilMs) break;
    const preview = await previewReplay(redis, replay, options);
    const { id: eventId, team } = replay.event;
    if (preview !== undefined) foretold.push({ eventId, team, ...preview });
  }
  return foretold;
}
