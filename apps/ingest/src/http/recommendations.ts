/** GET /v1/hunts/{slug}/teams/{team}/recommendations: the twin of `recommendations:get`. */
import { HuntSlug, Name, problem } from '@trove/contracts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type DoorApp, serverTime } from '../deps.js';
import { mayRead } from '../tokens/mayRead.js';
import { claimsOf, refuse } from './answers.js';

interface Route {
  Params: { slug: string; team: string };
}

const Names = z.object({ slug: HuntSlug, team: Name });

export function registerRecommendations(server: FastifyInstance, app: DoorApp): void {
  server.get<Route>('/v1/hunts/:slug/teams/:team/recommendations', async (request, reply) => {
    const verified = await claimsOf(app, request);
    if (!verified.ok) return refuse(app, reply, verified.error);
    const names = Names.safeParse(request.params);
    if (!names.success) return refuse(app, reply, problem('malformed', 'a hunt and a team'));
    const { slug, team } = names.data;
    const refusal = mayRead(verified.claims, { hunt: slug, team });
    if (refusal !== undefined) return refuse(app, reply, refusal);
    await app.hunts.ensure([slug], app.clock.nowUs() / 1000);
    const live = app.hunts.get(slug);
    if (live === undefined) return refuse(app, reply, problem('unknown_hunt', slug));
    return { ...(await app.recommender.to(live, team)), serverTime: serverTime(app) };
  });
}
