/**
 * What screens show of one player, each as a cell that all of them share: the team's state and its
 * members, the board, suggestions, and the newest results and broadcasts. What nobody shows is not
 * asked for.
 */
import type {
  Answer,
  BoardPush,
  BroadcastPush,
  EventResult,
  LeftPush,
  Recommendations,
  TeamSnapshot,
  TeamView,
} from '@trove/contracts';
import type { ConnectionState } from '../connection.js';
import type { Player } from '../player.js';
import { type AskedCell, askedCell } from './answerView.js';
import { type Cell, cellOf } from './cell.js';

/** Results and broadcasts a screen can show; the newest come first and the oldest go. */
export const VIEW_LIMITS = { results: 100, broadcasts: 20, boardRows: 20 } as const;

export interface QueueView {
  readonly pending: number;
  /** Whether what is pending would outlive this page. */
  readonly isKept: boolean;
}

export interface MembersView {
  readonly team: TeamView;
  /** The member's number of this player; absent of one whom a server plays. */
  readonly you?: number;
}

type ReadCell<T> = Pick<Cell<T>, 'get' | 'subscribe'>;

export interface PlayerViews {
  readonly connection: ReadCell<ConnectionState>;
  readonly queue: ReadCell<QueueView>;
  readonly team: AskedCell<TeamSnapshot>;
  readonly members: AskedCell<MembersView>;
  readonly left: ReadCell<LeftPush | undefined>;
  readonly board: AskedCell<BoardPush>;
  readonly recommendations: AskedCell<Recommendations>;
  readonly results: ReadCell<readonly EventResult[]>;
  readonly broadcasts: ReadCell<readonly BroadcastPush[]>;
}

const known = new WeakMap<Player, PlayerViews>();

/** The views of a player, the same at every call. */
export function viewsOf(player: Player): PlayerViews {
  const views = known.get(player) ?? followPlayer(player);
  known.set(player, views);
  return views;
}

function followPlayer(player: Player): PlayerViews {
  const connection = cellOf<ConnectionState>(player.connection);
  const queueNow = () => ({ pending: player.pending, isKept: player.isKept });
  const queue = cellOf<QueueView>(queueNow());
  const team = askedCell(async () => answerOf(await player.state(), ({ state }) => state));
  const members = askedCell(async () => answerOf(await player.team(), membersOf));
  const left = cellOf<LeftPush | undefined>(undefined);
  const board = askedCell(async () =>
    answerOf(await player.board(VIEW_LIMITS.boardRows), (answer) => answer.board),
  );
  const recommendations = askedCell(async () =>
    answerOf(await player.recommendations(), (answer) => answer.recommendations),
  );
  const results = cellOf<readonly EventResult[]>([]);
  const broadcasts = cellOf<readonly BroadcastPush[]>([]);
  const asked = [team, members, board, recommendations];
  const refreshAll = () => {
    for (const cell of asked) cell.refresh();
  };
  player.on('connection', (state) => {
    connection.set(state);
    if (state !== 'live') for (const cell of asked) cell.doubt();
  });
  player.on('pending', () => queue.set(queueNow()));
  player.on('kept', () => queue.set(queueNow()));
  for (const change of ['welcome', 'phase', 'opened', 'recomputed'] as const) {
    player.on(change, refreshAll);
  }
  player.on('board', (push) => board.put(push));
  player.on('team', (push) => {
    const { value } = members.get();
    if (value === undefined) members.refresh();
    else members.put({ ...value, team: push });
  });
  player.on('left', (push) => left.set(push));
  player.on('broadcast', (push) => {
    broadcasts.set([push, ...broadcasts.get()].slice(0, VIEW_LIMITS.broadcasts));
    team.refresh();
  });
  player.on('results', (push) => {
    const newest = [...push.results].reverse();
    results.set([...newest, ...results.get()].slice(0, VIEW_LIMITS.results));
    team.refresh();
    if (push.results.some(({ next, unlocked }) => next ?? unlocked)) recommendations.refresh();
  });
  return { connection, queue, team, members, left, board, recommendations, results, broadcasts };
}

function membersOf({ team, you }: MembersView): MembersView {
  return you === undefined ? { team } : { team, you };
}

function answerOf<A extends object, T>(
  answer: Answer<A>,
  pick: (answer: A) => T,
): Answer<{ value: T }> {
  if (!answer.ok) return answer;
  return { ok: true, serverTime: answer.serverTime, value: pick(answer) };
}
