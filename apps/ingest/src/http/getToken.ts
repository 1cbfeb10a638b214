/**
 * GET /v1/token: what the bearer's token is good for. A signed token could be read by whoever has
 * it; of an API key only the door knows the source.
 */
import type { DoorClaims, TokenReply } from '@trove/contracts';
import type { FastifyInstance } from 'fastify';
import { type DoorApp, serverTime } from '../deps.js';
import { claimsOf, refuse } from './answers.js';

export function registerGetToken(server: FastifyInstance, app: DoorApp): void {
  server.get('/v1/token', async (request, reply) => {
    const verified = await claimsOf(app, request);
    if (!verified.ok) return refuse(app, reply, verified.error);
    return { ...reachOf(verified.claims), serverTime: serverTime(app) } satisfies TokenReply;
  });
}

function reachOf(claims: DoorClaims): Omit<TokenReply, 'serverTime'> {
  const { kind } = claims;
  if (claims.kind === 'player') {
    return { kind, source: claims.source, hunts: [claims.hunt], may: ['send'] };
  }
  return { kind, source: claims.sub, hunts: claims.hunts, may: claims.may };
}
