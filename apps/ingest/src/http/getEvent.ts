/** GET /v1/events/{id}: what became of an event, waiting for it when asked to. */
import {
  type DoorClaims,
  EventId,
  type EventStatus,
  type LiveHunt,
  problem,
} from '@trove/contracts';
import { bytesOfEventId, readEventStatus } from '@trove/streams';
import type { FastifyInstance } from 'fastify';
import type { DoorApp } from '../deps.js';
import { DOOR_LIMITS } from '../limits.js';
import { claimsOf, refuse, waitMsOf } from './answers.js';

interface Route {
  Params: { id: string };
  /** A source may name the hunt it sent to, and whose source made the id. */
  Querystring: { hunt?: string; source?: string };
}

export function registerGetEvent(server: FastifyInstance, app: DoorApp): void {
  server.get<Route>('/v1/events/:id', async (request, reply) => {
    const verified = await claimsOf(app, request);
    if (!verified.ok) return refuse(app, reply, verified.error);
    const id = EventId.safeParse(request.params.id);
    if (!id.success) return refuse(app, reply, problem('malformed', 'the id is not a UUIDv7'));
    const { claims } = verified;
    const source = claims.kind === 'player' ? claims.source : (request.query.source ?? claims.sub);
    const hunts = huntsOf(app, claims, request.query.hunt);
    const waitMs = waitMsOf(request, DOOR_LIMITS.waitMs);
    const waiting =
      waitMs > 0 ? app.waiters.wait(bytesOfEventId(id.data), { source, waitMs }) : undefined;
    const status = await statusIn(app, hunts, { id: id.data, source });
    if (status.status !== 'pending' || waiting === undefined) {
      waiting?.giveUp();
      return await reply.send(status);
    }
    const result = await waiting.outcome;
    return await reply.send(result === undefined ? status : { status: 'decided', ...result });
  });
}

/** The hunts in which a token may look, or the one that was asked for. */
export function huntsOf(app: DoorApp, claims: DoorClaims, asked: string | undefined): LiveHunt[] {
  return app.hunts.list().filter(({ slug }) => {
    if (claims.kind === 'player') return slug === claims.hunt;
    const isAllowed = claims.hunts.includes('*') || claims.hunts.includes(slug);
    return isAllowed && (asked === undefined || asked === slug);
  });
}

async function statusIn(
  app: DoorApp,
  hunts: readonly LiveHunt[],
  { id, source }: { id: string; source: string },
): Promise<EventStatus> {
  const sourceHash = app.identities.sourceHash(source);
  let best: EventStatus = { status: 'unknown', id };
  for (const live of hunts) {
    const status = await readEventStatus(app.redis, { live, id, sourceHash });
    if (status.status === 'decided') return status;
    if (status.status === 'pending') best = status;
  }
  return best;
}
