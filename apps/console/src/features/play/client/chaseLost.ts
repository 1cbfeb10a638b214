/**
 * Asks for what became of submissions whose answer never came: the result was pushed while this
 * device was away for too long, or its queue was lost with the storage of the browser.
 */
import { type Player, TroveError } from '@trove/player-sdk';
import { PLAY_LIMITS } from './limits';
import type { PlayStore } from './playStore';
import { resultOfReceipt } from './resultOfReceipt';
import { type Submission, withRefused, withResults } from './submission';

interface Chase {
  /** The signal is lost, or another session has begun. */
  readonly isOver: () => boolean;
  /** Tells of which events one may wait in the queue of another tab. */
  readonly elsewhere: () => Promise<(id: string) => boolean>;
}

export async function chaseLost(
  player: Player,
  store: PlayStore,
  { isOver, elsewhere }: Chase,
): Promise<void> {
  const before = Date.now() - PLAY_LIMITS.chaseAfterMs;
  const isQueueEmpty = player.pending === 0;
  const lost = store.state.submissions.filter(({ progress, atMs, isPicture }) => {
    return (
      !isPicture &&
      atMs < before &&
      (progress === 'sent' || (progress === 'waiting' && isQueueEmpty))
    );
  });
  if (lost.length === 0) return;
  const mayBeElsewhere = await elsewhere();
  for (const one of lost.slice(0, PLAY_LIMITS.chased)) {
    const change = await chase(one, player, mayBeElsewhere(one.id));
    if (isOver()) return;
    if (change) store.set({ submissions: change(store.state.submissions) });
  }
}

type Change = (list: readonly Submission[]) => readonly Submission[];

/** What the server says of a submission; undefined while it says nothing yet. */
async function chase(
  one: Submission,
  player: Player,
  mayBeElsewhere: boolean,
): Promise<Change | undefined> {
  try {
    const result = resultOfReceipt(await player.receipt(one.id));
    return (list) => withResults(list, [result]);
  } catch (error) {
    if (!(error instanceof TroveError)) throw error;
    const { code, refused } = error.problem;
    // One that is not decided yet is asked for again with the next read of the view.
    const isNowhere = code === 'not_found' || refused !== undefined;
    if (!isNowhere || one.progress === 'sent') return undefined;
    if (refused === undefined && mayBeElsewhere) return undefined;
    return (list) => withRefused(list, one.id, refused?.detail ?? LOST);
  }
}

const LOST = 'it got lost on this phone. Please send it again.';
