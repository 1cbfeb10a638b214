/** Reads what the screens show of a team: its view of the hunt, the board, members, suggestions. */
import type { Answer } from '@trove/contracts';
import type { Player } from '@trove/player-sdk';
import { chaseLost } from './chaseLost';
import { PLAY_LIMITS } from './limits';
import { afterSnapshot, type PlayState } from './playState';
import type { PlayStore } from './playStore';

interface Reading {
  /** The signal is lost or another session has begun: both ask anew. */
  readonly isOver: () => boolean;
  readonly onSnapshot: () => void;
  /** Tells of which events one may wait in the queue of another tab. */
  readonly elsewhere: () => Promise<(id: string) => boolean>;
}

/**
 * False where the door could not answer all of it just now. Each answer is shown as it comes: what
 * is pushed meanwhile must not be overwritten by an older one.
 */
export async function readView(
  player: Player,
  store: PlayStore,
  { isOver, onSnapshot, elsewhere }: Reading,
): Promise<boolean> {
  if (isOver()) return true;
  const state = await player.state();
  if (isOver()) return true;
  if (!state.ok) return false;
  store.put(afterSnapshot(store.state, state.state, Date.now()));
  onSnapshot();
  const show = async <A extends object>(
    asked: Promise<Answer<A>>,
    change: (answer: A) => Partial<PlayState>,
  ): Promise<boolean> => {
    const answer = await asked;
    if (answer.ok && !isOver()) store.set(change(answer));
    return answer.ok;
  };
  const { division } = state.state;
  const ofDivision =
    division === undefined
      ? []
      : [
          show(player.board(PLAY_LIMITS.boardRows, division), ({ board }) => ({
            divisionBoard: board,
          })),
        ];
  const shown = await Promise.all([
    ...ofDivision,
    show(player.boardAround(PLAY_LIMITS.boardRowsAround, PLAY_LIMITS.boardRows), (answer) => ({
      board: { ...answer.board, around: answer.around },
    })),
    show(player.team(), ({ team, you }) => ({ team, you })),
    show(player.recommendations(), ({ recommendations }) => ({
      suggestions: recommendations.suggestions,
    })),
  ]);
  if (isOver()) return true;
  await chaseLost(player, store, { isOver, elsewhere });
  return shown.every((isShown) => isShown);
}
