/** POST /v1/hunts/{slug}/leave: a player leaves its team, and its token is worth nothing. */
import { type LeaveReply, problem } from '@trove/contracts';
import type { FastifyInstance } from 'fastify';
import { type DoorApp, serverTime } from '../deps.js';
import { askMembership } from '../teams/askMembership.js';
import { admit, type HuntRoute } from './admitToHunt.js';
import { refuse } from './answers.js';

export function registerLeave(server: FastifyInstance, app: DoorApp): void {
  server.post<HuntRoute>('/v1/hunts/:slug/leave', async (request, reply) => {
    const admitted = await admit(app, request, 'read');
    if (!admitted.ok) return refuse(app, reply, admitted.error);
    const { live, claims } = admitted;
    if (live === undefined) return refuse(app, reply, problem('unknown_hunt', request.params.slug));
    if (claims.kind !== 'player') {
      return refuse(app, reply, problem('not_permitted', 'players leave their own team'));
    }
    const { sub: player, team, hunt } = claims;
    const asked = { type: 'player.left.v1', data: { player, team }, player } as const;
    const left = await askMembership(app, live, asked);
    if ('code' in left) return refuse(app, reply, left);
    return { hunt, team, serverTime: serverTime(app) } satisfies LeaveReply;
  });
}
