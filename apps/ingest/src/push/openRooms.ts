/** The connections of a door as those who push see them. */
import type { ServerMessages } from '@trove/contracts';
import type { Namespace } from 'socket.io';
import type { PlayNamespace } from '../handlers/registerPlay.js';
import type { Rooms } from './pusher.js';

export function roomsOf(play: PlayNamespace): Rooms {
  const { rooms } = play.adapter;
  const untyped = play as unknown as Namespace;
  return {
    has: (room) => rooms.has(room),
    count: () => play.sockets.size,
    emit<M extends keyof ServerMessages>(
      room: string,
      message: M,
      ...args: Parameters<ServerMessages[M]>
    ) {
      play.to(room).emit(message, ...args);
    },
    // The parser knows JsonText; what it stands for has the message's type.
    emitJson: (room, message, json) => untyped.to(room).emit(message, json),
  };
}
