/** Builds one door process from its connections: no environment, no globals. */
import type { AddressInfo } from 'node:net';
import allowOrigins from '@fastify/cors';
import { problem, WIRE_LIMITS } from '@trove/contracts';
import { followOut, publishFrames } from '@trove/streams';
import { serveAdmin } from '@trove/telemetry';
import { fastify } from 'fastify';
import { trustProxies } from './connections/addressOf.js';
import { createDoorApp, type IngestDeps } from './createDoorApp.js';
import type { DoorApp } from './deps.js';
import { exposeDoor } from './doorMetrics.js';
import { refuse } from './http/answers.js';
import { anyOrigin } from './http/anyOrigin.js';
import { answerClientError } from './http/clientErrors.js';
import { limitAddresses } from './http/limitAddresses.js';
import { registerApi } from './http/registerApi.js';
import { DOOR_LIMITS } from './limits.js';
import { type DoorSockets, openSockets } from './openSockets.js';
import { BoardPusher } from './push/boardPusher.js';
import { fillBacklog } from './push/fillBacklog.js';
import { pushNotices } from './push/notices.js';
import { PhaseClock } from './push/phaseClock.js';
import { pushCommit } from './push/pusher.js';
import { openTeams } from './teams/openTeams.js';

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
    // Of a path that can't be decoded no route is asked.
    frameworkErrors: (error, _request, reply) => {
      void refuse(app.door, reply, problem('malformed', error.message.slice(0, 200)));
    },
    clientErrorHandler: (error, socket) => answerClientError(app.door, error, socket),
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

/** Follows results from where the rebuilt backlog ends, and tells the metrics stream. */
async function follow(
  app: DoorApp,
  deps: IngestDeps,
  { rooms, teams: teamSockets }: DoorSockets,
): Promise<{ close(): Promise<void> }> {
  const { logger, redis } = deps;
  const partitions = Array.from({ length: deps.partitions }, (_, k) => k);
  const from = await fillBacklog(app, partitions, (err, partition) => {
    logger.error({ err, partition }, 'results could not be read back further');
  });
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
      // First, so that whoever comes back finds it whatever becomes of pushing it.
      app.backlog.add(partition, entry);
      pushCommit(partition, entry, pusher);
      pushNotices(rooms, partition, entry);
      app.waiters.onCommit(entry.blob);
      boards.onCommit(entry);
      teams.onCommit(entry);
      entry.blob.names.forget();
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
