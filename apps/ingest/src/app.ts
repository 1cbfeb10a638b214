/** Builds one door process from its connections: no environment, no globals. */
import type { AddressInfo } from 'node:net';
import { type DurabilityTier, WIRE_LIMITS } from '@trove/contracts';
import { type Db, huntStore } from '@trove/db';
import { type JobsQueue, wakePartition } from '@trove/jobs';
import {
  createHuntDirectory,
  createIdentities,
  createRedisClock,
  followOut,
  MetricsCollector,
  publishFrames,
  quarantine,
  RedisEventLog,
  type TroveRedis,
} from '@trove/streams';
import { type AdminOptions, type Logger, serveAdmin, type Tracing } from '@trove/telemetry';
import { fastify } from 'fastify';
import { Server } from 'socket.io';
import type { DoorApp } from './deps.js';
import { createIntake } from './door/createIntake.js';
import { Door } from './door/door.js';
import { HuntsView } from './door/huntsView.js';
import { type DoorFigures, exposeDoor } from './doorMetrics.js';
import { type PlayNamespace, registerPlay } from './handlers/registerPlay.js';
import { registerApi } from './http/registerApi.js';
import { letGo } from './letGo.js';
import { openReceipts } from './openReceipts.js';
import { Backlog } from './push/backlog.js';
import { BoardPusher } from './push/boardPusher.js';
import { closeSlowSockets } from './push/closeSlowSockets.js';
import { fillBacklog } from './push/fillBacklog.js';
import { pushNotices } from './push/notices.js';
import { roomsOf } from './push/openRooms.js';
import { playParser } from './push/playParser.js';
import { pushCommit, type Rooms } from './push/pusher.js';
import { Waiters } from './push/waiters.js';
import { Recommender } from './recommend/recommender.js';
import { Departures } from './teams/departures.js';
import { openTeams } from './teams/openTeams.js';
import { Presence } from './teams/presence.js';
import type { TeamSockets } from './teams/teamPusher.js';
import { teamSocketsOf } from './teams/teamSockets.js';
import { openTokens } from './tokens/openTokens.js';

export interface IngestDeps {
  readonly redis: TroveRedis;
  /** A connection of its own for following results. */
  readonly blocking: TroveRedis;
  readonly db: Db;
  readonly drainQueue: JobsQueue<'drain'>;
  readonly partitions: number;
  readonly tier: DurabilityTier;
  readonly tokenSecret: string;
  /** Absolute. */
  readonly archiveFolder: string;
  /** Names this process in metrics and in the log's entries. */
  readonly process: string;
  readonly logger: Logger;
  readonly admin: AdminOptions;
  /** Undefined while traces are off. */
  readonly tracing: Tracing | undefined;
}

export interface Ingest {
  readonly app: DoorApp;
  listen(host: string, port: number): Promise<number>;
  /** Stops taking, waits for what is under way, closes the sockets. */
  close(): Promise<void>;
}

export async function createIngest(deps: IngestDeps): Promise<Ingest> {
  const app = await createDoorApp(deps);
  const server = fastify({ bodyLimit: WIRE_LIMITS.frameBytes, forceCloseConnections: true });
  serveAdmin(server, deps.admin);
  registerApi(server, app.door);
  const io = new Server(server.server, {
    transports: ['websocket'],
    maxHttpBufferSize: WIRE_LIMITS.frameBytes,
    perMessageDeflate: false,
    serveClient: false,
    parser: playParser,
    connectTimeout: 10_000,
    cors: { origin: '*' },
  });
  server.addHook('preClose', () => letGo(io, () => app.figures().waiting));
  const play = io.of('/play') as PlayNamespace;
  countClosedFrames(io, app.door);
  registerPlay(play, app.door);
  const rooms = roomsOf(play);
  const slow = closeSlowSockets(play, () => app.door.metrics.countUnattributed('slow_socket'));
  exposeDoor({
    ...deps,
    registry: deps.admin.registry,
    metrics: app.door.metrics,
    own: () => ({ sockets: rooms.count(), ...app.figures() }),
  });
  const following = await follow(app.door, deps, { rooms, sockets: teamSocketsOf(play) });
  return {
    app: app.door,
    async listen(host, port) {
      await server.listen({ host, port });
      return (server.server.address() as AddressInfo).port;
    },
    async close() {
      slow.close();
      await Promise.all([server.close(), following.close()]);
      app.close();
    },
  };
}

/** A frame that does not parse, or is too large, closes its socket; that it came is counted. */
function countClosedFrames(io: Server, app: DoorApp): void {
  io.engine.on('connection', (connection: { on(event: string, listen: unknown): void }) => {
    connection.on('close', (reason: string) => {
      if (reason === 'parse error') app.metrics.countUnattributed('malformed');
      if (reason === 'transport error') app.metrics.countUnattributed('too_large');
    });
  });
}

interface Built {
  readonly door: DoorApp;
  figures(): Omit<DoorFigures, 'sockets'>;
  close(): void;
}

async function createDoorApp(deps: IngestDeps): Promise<Built> {
  const { redis, logger, partitions } = deps;
  const clock = await createRedisClock(redis);
  const nowMs = () => clock.nowUs() / 1000;
  const departures = new Departures();
  const identities = await createIdentities();
  const directory = createHuntDirectory(redis);
  const metrics = new MetricsCollector(deps.process, 'ingest');
  const log = new RedisEventLog({ redis });
  const onError = (what: string) => (err: unknown) => logger.error({ err }, what);
  const hunts = new HuntsView(directory, onError('the list of hunts could not be read'));
  const wake = (partition: number) => {
    wakePartition(deps.drainQueue, partition).catch(onError('a worker could not be woken'));
  };
  const { appender, pressure } = createIntake(deps, { log, identities, wake });
  await hunts.start();
  const door = new Door({
    appender,
    hunts,
    identities,
    metrics,
    pressure,
    tracing: deps.tracing,
    quarantine: (refused) => quarantine(redis, refused),
    nowUs: () => clock.nowUs(),
    onError: (err, what) => logger.error({ err }, what),
  });
  const app: DoorApp = {
    redis,
    log,
    clock,
    door,
    hunts,
    directory,
    huntStore: huntStore(deps.db),
    identities,
    tokens: openTokens(deps, { nowMs, refusal: (claims) => departures.refusal(claims) }),
    metrics,
    recommender: new Recommender({ redis, log, clock, directory, metrics, logger, wake }),
    ...openReceipts(deps),
    backlog: new Backlog(),
    waiters: new Waiters(),
    departures,
    presence: new Presence({ redis, door: deps.process, nowMs }),
    partitions,
    tier: deps.tier,
    logger,
    wake,
  };
  const close = () => {
    pressure.close();
    hunts.close();
    app.receipts.close();
    clock.close();
  };
  const figures = () => ({ waiting: appender.waiting, clockOffsetUs: clock.offsetUs() });
  return { door: app, figures, close };
}

/** Follows results from where the rebuilt backlog ends, and tells the metrics stream. */
async function follow(
  app: DoorApp,
  deps: IngestDeps,
  { rooms, sockets }: { readonly rooms: Rooms; readonly sockets: TeamSockets },
): Promise<{ close(): Promise<void> }> {
  const { logger, redis } = deps;
  const partitions = Array.from({ length: deps.partitions }, (_, k) => k);
  const from = await fillBacklog(app, partitions);
  const boards = new BoardPusher({
    redis,
    rooms,
    hunt: (slug) => app.hunts.get(slug),
    onError: (err) => logger.error({ err }, 'a board could not be pushed'),
  });
  const teams = openTeams(app, sockets);
  const pusher = {
    rooms,
    metrics: app.metrics,
    door: deps.process,
    nowUs: () => app.clock.nowUs(),
    tracing: deps.tracing,
    deliveries: app.deliveries,
  };
  const tail = followOut({
    blocking: deps.blocking,
    partitions,
    from,
    onEntry(partition, entry) {
      pushCommit(partition, entry, pusher);
      pushNotices(rooms, partition, entry);
      app.backlog.add(partition, entry);
      app.waiters.onCommit(entry.blob);
      boards.onCommit(entry);
      teams.onCommit(entry);
    },
    onError: (err) => logger.error({ err }, 'results could not be followed'),
  });
  const frames = publishFrames({
    redis,
    collector: app.metrics,
    nowMs: () => app.clock.nowUs() / 1000,
    holds: () => rooms.count(),
    onError: (err) => logger.warn({ err }, 'metrics could not be published'),
  });
  return {
    async close() {
      frames.close();
      boards.close();
      await tail.close();
      await teams.close();
      await app.deliveries.close();
    },
  };
}
