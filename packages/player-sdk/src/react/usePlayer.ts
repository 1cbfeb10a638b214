/** Which player the screens below speak for, and what they know of it as hooks. */
import type {
  BoardPush,
  BroadcastPush,
  EventResult,
  LeftPush,
  Recommendations,
  TeamSnapshot,
} from '@trove/contracts';
import {
  createContext,
  createElement,
  type ReactElement,
  type ReactNode,
  useContext,
  useSyncExternalStore,
} from 'react';
import type { ConnectionState } from '../connection.js';
import type { Player } from '../player.js';
import type { AnswerView, AskedCell } from './answerView.js';
import type { Cell } from './cell.js';
import { type MembersView, type QueueView, viewsOf } from './playerViews.js';

const PlayerContext = createContext<Player | undefined>(undefined);

/** Gives a player to the hooks below it. Who made the player closes it. */
export function PlayerProvider(props: {
  readonly player: Player;
  readonly children?: ReactNode;
}): ReactElement {
  const { player, children } = props;
  return createElement(PlayerContext.Provider, { value: player }, children);
}

/** The player of the nearest `PlayerProvider`. Throws without one: that is a mistake of the app. */
export function usePlayer(): Player {
  const player = useContext(PlayerContext);
  if (player === undefined) throw new Error('usePlayer needs a PlayerProvider above it');
  return player;
}

export function useConnection(): ConnectionState {
  return useCell(viewsOf(usePlayer()).connection);
}

/** How many events wait for an answer, and whether they would outlive this page. */
export function useQueue(): QueueView {
  return useCell(viewsOf(usePlayer()).queue);
}

export interface AskedView<T> extends AnswerView<T> {
  refresh(): void;
}

/** The team's own state; asked again after results, phases, broadcasts and reconnects. */
export function useTeam(): AskedView<TeamSnapshot> {
  return useAsked(viewsOf(usePlayer()).team);
}

/** Who is in the team and connected, and which of them this player is; follows every change. */
export function useMembers(): AskedView<MembersView> {
  return useAsked(viewsOf(usePlayer()).members);
}

/** How this player came to be in the team no more; undefined while it is in it. */
export function useLeft(): LeftPush | undefined {
  return useCell(viewsOf(usePlayer()).left);
}

export function useBoard(): AskedView<BoardPush> {
  return useAsked(viewsOf(usePlayer()).board);
}

export function useRecommendations(): AskedView<Recommendations> {
  return useAsked(viewsOf(usePlayer()).recommendations);
}

/** Results since this player was made, the newest first; at most 100. */
export function useResults(): readonly EventResult[] {
  return useCell(viewsOf(usePlayer()).results);
}

/** Broadcasts since this player was made, the newest first; `useTeam` has those of before. */
export function useBroadcasts(): readonly BroadcastPush[] {
  return useCell(viewsOf(usePlayer()).broadcasts);
}

function useCell<T>({ subscribe, get }: Pick<Cell<T>, 'get' | 'subscribe'>): T {
  return useSyncExternalStore(subscribe, get, get);
}

function useAsked<T>(cell: AskedCell<T>): AskedView<T> {
  const view = useCell(cell);
  return { ...view, refresh: cell.refresh };
}
