/**
 * A swap that was decided before its run was taken up again, where its result has left the log
 * since: appended again, its event is a repeat, which says nothing of what the first one has done.
 */
import { firstDecided, isRepeat, RecordFault, type RecordSources } from '@trove/backtest';
import type { LiveHunt } from '@trove/contracts';
import { type DecidedSwap, readHuntPlay } from '@trove/streams';

export interface SwapAsked {
  readonly live: LiveHunt;
  readonly eventId: string;
  /** What the event brings. */
  readonly version: number;
  readonly hash: string;
}

/**
 * What was decided first, where that is known. Rejects with a `RecordFault` when the version is in
 * force and nothing tells the place where it came in, which the ledger needs.
 */
export async function swapBefore(
  sources: RecordSources,
  { live, eventId, version, hash }: SwapAsked,
  swap: DecidedSwap,
): Promise<DecidedSwap> {
  if (!isRepeat(swap.result)) return swap;
  const { partition, slug: hunt } = live;
  const first = await firstDecided(sources, { partition, hunt, eventId });
  if (first !== undefined) {
    const { outcome, verdict, position, epoch, committedAtUs } = first;
    const result = { ...swap.result, outcome, position, ...(verdict && { verdict }) };
    return { result, epoch, committedAtUs };
  }
  const { hunt: state } = await readHuntPlay(sources.redis, live, sources.keys);
  if (state?.version !== version || state.hash !== hash) return swap;
  throw new RecordFault(`version ${version} is in force, and no record tells since when`);
}
