/** What a player's app does with its team: who is in it, leaving, leading, and how it stands. */
import type {
  Answer,
  BoardAround,
  BoardPush,
  ProblemCode,
  ScoreTimeline,
  TeamView,
} from '@trove/contracts';
import type { Channel } from './channel.js';
import type { Ask } from './questions.js';
import { type Session, TroveError } from './transport.js';

export interface TeamCalls {
  /** Members, captain, the code that others join with, and who is connected; `you` by number. */
  team(): Promise<Answer<{ team: TeamView; you?: number }>>;
  /** Leaves the team on all devices; its points stay with it. */
  leaveTeam(): Promise<Answer<object>>;
  /** Sends a member away, by number; the captain only. The team's code changes. */
  removeMember(member: number): Promise<Answer<object>>;
  /** Hands the lead to a member, by number; the captain only. */
  makeCaptain(member: number): Promise<Answer<object>>;
  /** The team's points over time. */
  scores(): Promise<Answer<{ scores: ScoreTimeline }>>;
  /** The best teams, and so many rows above and below the own one. */
  boardAround(
    rows?: number,
    limit?: number,
  ): Promise<Answer<{ board: BoardPush; around?: BoardAround }>>;
}

export interface TeamCallsParts<E> {
  readonly channel: Channel<E>;
  readonly ask: Ask;
  readonly session: Session;
  /** Gives up connection and token: neither is worth anything to who has left. */
  readonly end: () => void;
}

export function teamCalls<E>({ channel, ask, session, end }: TeamCallsParts<E>): TeamCalls {
  const { hunt, team } = session;
  const { socket, events } = channel;
  socket.on('team', (view) => events.emit('team', view));
  socket.on('left', (left) => {
    end();
    events.emit('left', left);
  });
  events.on('refused', ({ code }) => {
    // The channel plans its next try after it has told this.
    if (FINAL.has(code)) queueMicrotask(end);
  });
  return {
    team: () => ask((on) => on.emitWithAck('team:get', { hunt, team })),
    leaveTeam: () => ask((on) => on.emitWithAck('team:leave', {})),
    removeMember: (member) => ask((on) => on.emitWithAck('team:remove', { member })),
    makeCaptain: (member) => ask((on) => on.emitWithAck('team:captain', { member })),
    scores: () => ask((on) => on.emitWithAck('scores:get', { hunt, team })),
    boardAround: (rows = 3, limit = 10) => {
      return ask((on) => on.emitWithAck('board:get', { hunt, limit, around: team, rows }));
    },
  };
}

/** Left while this device was away, or away for longer than its pass lives: join again. */
const FINAL: ReadonlySet<ProblemCode> = new Set(['not_in_team', 'token_invalid']);

/** Tells of a refresh that is refused for good, as of a connection that is. */
export function tellingRefusal<E>(channel: () => Channel<E>, refresh: () => Promise<string>) {
  return async (): Promise<string> => {
    try {
      return await refresh();
    } catch (error) {
      const isFinal = error instanceof TroveError && FINAL.has(error.problem.code);
      if (isFinal) channel().events.emit('refused', error.problem);
      throw error;
    }
  };
}
