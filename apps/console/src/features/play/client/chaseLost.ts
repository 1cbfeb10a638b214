/**
 * Asks for what became of submissions whose answer never came: the result was pushed while this
 * device was away for too long, or its queue was lost with the storage of the browser.
 */
import { type Player, TroveError } from '@trove/player-sdk';
import { PLAY_LIMITS } from './limits';
import type { PlayStore } from './playStore';
import { resultOfReceipt } from './resultOfReceipt';
import { type Submission, withResults, withSettled } from './submission';

export async function chaseLost(player: Player, store: PlayStore): Promise<void> {
  const before = Date.now() - PLAY_LIMITS.chaseAfterMs;
  const isQueueEmpty = player.pending === 0;
  const lost = store.state.submissions.filter(({ progress, atMs, isPicture }) => {
    return (
      !isPicture &&
      atMs < before &&
      (progress === 'sent' || (progress === 'waiting' && isQueueEmpty))
    );
  });
  for (const one of lost.slice(0, PLAY_LIMITS.chased)) await chase(one, player, store);
}

async function chase(one: Submission, player: Player, store: PlayStore): Promise<void> {
  try {
    const result = resultOfReceipt(await player.receipt(one.id));
    store.set({ submissions: withResults(store.state.submissions, [result]) });
  } catch (error) {
    if (!(error instanceof TroveError)) throw error;
    // One that is not decided yet is asked for again with the next read of the view.
    if (error.problem.code !== 'not_found' || one.progress === 'sent') return;
    const refusal = { code: 'not_found', detail: LOST } as const;
    const settled = [{ event: { id: one.id }, ack: 'invalid', refusal }] as const;
    store.set({ submissions: withSettled(store.state.submissions, settled) });
  }
}

const LOST = 'it got lost on this phone. Please send it again.';
