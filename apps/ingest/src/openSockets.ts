/**
 * The door's sockets: Socket.IO with one namespace, what guards it, and what ends its sockets. All
 * that a client can do to hold a door up is bounded here or in what is put together here.
 */
import type { Server as HttpServer } from 'node:http';
import { WIRE_LIMITS } from '@trove/contracts';
import { Server } from 'socket.io';
import { createAddressOf } from './connections/addressOf.js';
import { type ConnectionLimits, Connections } from './connections/connections.js';
import { guardUpgrades } from './connections/guardUpgrades.js';
import { webSocketOf } from './connections/webSocketOf.js';
import type { DoorApp } from './deps.js';
import { type PlayNamespace, registerPlay } from './handlers/registerPlay.js';
import { letGo } from './letGo.js';
import { DOOR_LIMITS } from './limits.js';
import { playParser } from './push/playParser.js';
import { PlayRooms } from './push/playRooms.js';
import { MessageRates, type Speaking } from './rates/messageRates.js';
import type { TeamSockets } from './teams/teamPusher.js';
import { teamSocketsOf } from './teams/teamSockets.js';
import { watchTokens } from './tokens/watchTokens.js';

export interface DoorBounds extends ConnectionLimits {
  /** Proxies before the door. */
  readonly proxies: number;
  /** Of one hunt, through this door. */
  readonly huntEventsPerSecond: number;
}

export interface DoorSockets {
  readonly play: PlayNamespace;
  readonly rooms: PlayRooms;
  readonly teams: TeamSockets;
  readonly connections: Connections;
  /** Answers what was taken, tells every socket to go, and takes no more. */
  close(waitingEvents: () => number): Promise<void>;
}

export function openSockets(server: HttpServer, app: DoorApp, bounds: DoorBounds): DoorSockets {
  const io = new Server(server, {
    transports: ['websocket'],
    maxHttpBufferSize: WIRE_LIMITS.frameBytes,
    perMessageDeflate: false,
    serveClient: false,
    parser: playParser,
    connectTimeout: DOOR_LIMITS.helloMs,
    cors: { origin: '*' },
  });
  const play = io.of('/play') as PlayNamespace;
  closeOtherRooms(io);
  watchConnections(io, play, app);
  registerPlay(play, app);
  const connections = new Connections(bounds, () => play.sockets.size);
  server.maxConnections = bounds.sockets + DOOR_LIMITS.httpConnections;
  guardUpgrades(server, {
    connections,
    addressOf: createAddressOf(bounds.proxies),
    nowMs: () => app.clock.nowUs() / 1000,
    onRefused: ({ code }) => app.metrics.countUnattributed(code),
  });
  const rooms = new PlayRooms(play, (socket) => app.closings.close(socket, 'too_slow'));
  const tokens = watchTokens(play, {
    app,
    onEnded: (socket, reason) => app.closings.close(socket, reason),
  });
  return {
    play,
    rooms,
    teams: teamSocketsOf({ play, pushes: rooms }, (socket) =>
      app.closings.close(socket, 'left_team'),
    ),
    connections,
    async close(waitingEvents) {
      connections.close();
      tokens.close();
      app.closings.count('closing', play.sockets.size);
      await letGo(io, play, waitingEvents);
    },
  };
}

/** Socket.IO lets anybody into its default namespace, and keeps the connection for it. */
function closeOtherRooms(io: Server): void {
  io.use((_socket, next) => next(new Error('the namespace is /play')));
}

function watchConnections(io: Server, play: PlayNamespace, { metrics }: DoorApp): void {
  const rates = new MessageRates();
  io.engine.on('connection', (connection: EngineConnection) => {
    rates.watch(connection);
    // A frame that does not parse, or is too large, closes its socket; that it came is counted.
    connection.on('close', (reason) => {
      if (reason === 'parse error') metrics.countUnattributed('malformed');
    });
    webSocketOf(connection.transport)?.on('error', (error) => {
      metrics.countUnattributed(codeOfFrame(error));
    });
  });
  play.on('connection', ({ conn, data }) => {
    if (data.sender.claims.kind === 'source') rates.free(conn);
  });
}

const TOO_LARGE: unknown[] = [
  'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH',
  'WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH',
];

/** What is wrong with a frame that breaks WebSocket's own rules, or the bound of messages. */
function codeOfFrame(error: Error): 'too_large' | 'malformed' {
  return 'code' in error && TOO_LARGE.includes(error.code) ? 'too_large' : 'malformed';
}

interface EngineConnection extends Speaking {
  on(event: 'packet', listen: () => void): void;
  on(event: 'close', listen: (reason: string) => void): void;
}
