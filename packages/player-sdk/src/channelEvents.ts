/** What a player or source tells its listeners. */
import type {
  BoardPush,
  BroadcastPush,
  Bye,
  OpenedPush,
  PhasePush,
  Problem,
  ProblemCode,
  RecomputedPush,
  ResultsPush,
  Welcome,
} from '@trove/contracts';
import type { ConnectionState } from './connection.js';
import type { Settlement } from './outbox.js';
import type { TeamEvents } from './teamEvents.js';
import type { Session } from './transport.js';

export interface ChannelEvents<E> extends TeamEvents {
  /** Connected or not; the queue works on either way. */
  state: 'connected' | 'disconnected';
  /** The same in more words, each change once. */
  connection: ConnectionState;
  /** How many events are not answered for good, whenever that has changed. */
  pending: number;
  /** Whether the store has the newest state of the queue; only of players that have a store. */
  kept: boolean;
  welcome: Welcome;
  /** What was missed cannot be sent: take a snapshot. */
  gap: Welcome;
  /** New results, each push once. */
  results: ResultsPush;
  board: BoardPush;
  /** What an operator says to the team or to all, each once; `state()` has those of before. */
  broadcast: BroadcastPush;
  /** An operator has started, paused, closed or ended the hunt; each once. */
  phase: PhasePush;
  /** The server closes the connection and says why; the channel comes back by itself. */
  bye: Bye;
  /** Every team may try a clue since now, whatever it requires; each once. */
  opened: OpenedPush;
  /** What was played counts by other rules now: take a snapshot. Each once. */
  recomputed: RecomputedPush;
  /** Events the server has answered for good: appended, or refused with the reason. */
  settled: readonly Settlement<E>[];
  /** A player's session was renewed: whoever keeps it keeps this one in its place. */
  session: Session;
  /** A packet waits and will be sent again, for this reason. */
  waiting: ProblemCode;
  /** The server refuses the connection; it is tried again, with a fresh token if there is one. */
  refused: Problem;
}
