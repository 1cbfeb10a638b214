/** A door's connections as teams have them. */
import type { PlayNamespace, PlaySocket } from '../handlers/registerPlay.js';
import type { Rooms } from '../push/pusher.js';
import { teamRoom } from '../push/roomsOfCommit.js';
import type { TeamSockets } from './teamPusher.js';

interface Connections {
  readonly play: PlayNamespace;
  readonly pushes: Pick<Rooms, 'emitLatest'>;
}

/** @param onLeft closes a socket whose player is in the team no more */
export function teamSocketsOf(
  { play, pushes }: Connections,
  onLeft: (socket: PlaySocket) => void,
): TeamSockets {
  const { rooms } = play.adapter;
  return {
    has: (hunt, team) => rooms.has(teamRoom(hunt, team)),
    tell: (view) => pushes.emitLatest(teamRoom(view.hunt, view.team), 'team', view),
    close(left) {
      for (const id of [...(rooms.get(teamRoom(left.hunt, left.team)) ?? [])]) {
        const socket = play.sockets.get(id);
        const claims = socket?.data.sender.claims;
        if (socket === undefined || claims?.kind !== 'player') continue;
        if (claims.member !== left.member) continue;
        socket.emit('left', left);
        onLeft(socket);
      }
    },
  };
}
