/** What a player's app does with its team: who is in it, leaving, leading, and how it stands. */
import type { Answer, BoardAround, BoardPush, ScoreTimeline, TeamView } from '@trove/contracts';
import type { Channel } from './channel.js';
import type { Session } from './transport.js';

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

export function teamCalls<E>(channel: Channel<E>, { hunt, team }: Session): TeamCalls {
  const { socket, events } = channel;
  socket.on('team', (view) => events.emit('team', view));
  socket.on('left', (left) => {
    channel.close();
    events.emit('left', left);
  });
  events.on('refused', ({ code }) => {
    // Left while this device was away. The channel is told after it has planned its next try.
    if (code === 'not_in_team') queueMicrotask(() => channel.close());
  });
  return {
    team: () => socket.emitWithAck('team:get', { hunt, team }),
    leaveTeam: () => socket.emitWithAck('team:leave', {}),
    removeMember: (member) => socket.emitWithAck('team:remove', { member }),
    makeCaptain: (member) => socket.emitWithAck('team:captain', { member }),
    scores: () => socket.emitWithAck('scores:get', { hunt, team }),
    boardAround: (rows = 3, limit = 10) => {
      return socket.emitWithAck('board:get', { hunt, limit, around: team, rows });
    },
  };
}
