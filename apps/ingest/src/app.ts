/** Builds one door process from its connections: no environment, no globals. */
import type { AddressInfo } from 'node:net';
import allowOrigins from '@fastify/cors';
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
import { trustProxies } from './connections/addressOf.js';
import type { DoorApp } from './deps.js';
import { createIntake } from './door/createIntake.js';
import { Door } from './door/door.js';
import { HuntsView } from './door/huntsView.js';
import { type DoorFigures, exposeDoor } from './doorMetrics.js';
import { anyOrigin } from './http/anyOrigin.js';
import { limitAddresses } from './http/limitAddresses.js';
import { registerApi } from './http/registerApi.js';
import { DOOR_LIMITS } from './limits.js';
import { openReceipts } from './openReceipts.js';
import { type DoorBounds, type DoorSockets, openSockets } from './openSockets.js';
import { openPhotos } from './photos/openPhotos.js';
import { Backlog } from './push/backlog.js';
import { BoardPusher } from './push/boardPusher.js';
import { Closings } from './push/closings.js';
import { fillBacklog } from './push/fillBacklog.js';
import { pushNotices } from './push/notices.js';
import { PhaseClock } from './push/phaseClock.js';
import { pushCommit } from './push/pusher.js';
import { Waiters } from './push/waiters.js';
import { EventRates } from './rates/eventRates.js';
import { Questions } from './rates/questions.js';
import { Recommender } from './recommend/recommender.js';
import { Departures } from './teams/departures.js';
import { openTeams } from './teams/openTeams.js';
import { Presence } from './teams/presence.js';
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
  readonly bounds: DoorBounds;
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
  const server = fastify({
    bodyLimit: WIRE_LIMITS.frameBytes,
    forceCloseConnections: true,
    trustProxy: trustProxies(deps.bounds.proxies),
    requestTimeout: DOOR_LIMITS.requestMs,
    http: {
      headersTimeout: DOOR_LIMITS.headMs,
      connectionsCheckingInterval: DOOR_LIMITS.requestLookMs,
    },
  });
  serveAdmin(server, deps.admin);
  // Before what refuses: a page can't read the refusal of a server that it may not ask.
  await server.register(allowOrigins, anyOrigin);
  limitAddresses(server, app.door);
  registerApi(server, app.door);
  const sockets = openSockets(server.server, app.door, deps.bounds);
  server.addHook('preClose', () => sockets.close(() => app.figures().waiting));
  const { rooms, connections } = sockets;
  exposeDoor({
    ...deps,
    registry: deps.admin.registry,
    metrics: app.door.metrics,
    own: () => ({
      sockets: rooms.count(),
      connections: connections.open,
      refused: connections.refused,
      closed: app.door.closings.byReason,
      ...app.figures(),
    }),
  });
  const following = await follow(app.door, deps, sockets);
  return {
    app: app.door,
    async listen(host, port) {
      await server.listen({ host, port });
      return (server.server.address() as AddressInfo).port;
    },
    async close() {
      await Promise.all([server.close(), following.close()]);
      app.close();
    },
  };
}

interface Built {
  readonly door: DoorApp;
  figures(): Pick<DoorFigures, 'waiting' | 'clockOffsetUs'>;
  close(): void;
}

/** What a door keeps of its clients; another door can make all of it anew. */
function keptOfClients({ redis, process }: IngestDeps, nowMs: () => number) {
  return {
    closings: new Closings(),
    questions: new Questions(),
    backlog: new Backlog(),
    waiters: new Waiters(),
    departures: new Departures(),
    presence: new Presence({ redis, door: process, nowMs }),
  };
}

async function createDoorApp(deps: IngestDeps): Promise<Built> {
  const { redis, logger, partitions, tier } = deps;
  const clock = await createRedisClock(redis);
  const nowMs = () => clock.nowUs() / 1000;
  const kept = keptOfClients(deps, nowMs);
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
  const photos = openPhotos(deps);
  const rates = new EventRates(deps.bounds.huntEventsPerSecond);
  const door = new Door({
    appender,
    hunts,
    identities,
    metrics,
    pressure,
    rates,
    tracing: deps.tracing,
    isOwnPhoto: photos.ids.isOwn,
    quarantine: (refused) => quarantine(redis, refused),
    nowUs: () => clock.nowUs(),
    onError: (err, what) => logger.error({ err }, what),
  });
  const app: DoorApp = {
    redis,
    log,
    clock,
    door,
    rates,
    hunts,
    directory,
    huntStore: huntStore(deps.db),
    identities,
    photos,
    tokens: openTokens(deps, { nowMs, refusal: (claims) => kept.departures.refusal(claims) }),
    metrics,
    recommender: new Recommender({ redis, log, clock, directory, metrics, logger, wake }),
    ...openReceipts(deps),
    ...kept,
    ...{ partitions, tier, logger, wake },
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
  { rooms, teams: teamSockets }: DoorSockets,
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
  const phases = new PhaseClock(app, rooms);
  const teams = openTeams(app, teamSockets);
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
      phases.close();
      boards.close();
      await tail.close();
      await teams.close();
      await app.deliveries.close();
    },
  };
}
