/** Hunts over HTTP: publish a file, read the board and the definition. */
import { HUNT_LIMITS, problem } from '@trove/contracts';
import { readBoard } from '@trove/streams';
import type { FastifyInstance } from 'fastify';
import { type DoorApp, serverTime } from '../deps.js';
import { admit, type HuntRoute } from './admitToHunt.js';
import { refuse } from './answers.js';
import { textOfBody } from './jsonBody.js';
import { publishHunt } from './publishHunt.js';

export function registerHunts(server: FastifyInstance, app: DoorApp): void {
  const bodyLimit = HUNT_LIMITS.fileBytes;
  server.put<HuntRoute>('/v1/hunts/:slug', { bodyLimit }, async (request, reply) => {
    const admitted = await admit(app, request, 'publish');
    if (!admitted.ok) return refuse(app, reply, admitted.error);
    const body = textOfBody(request.body);
    if (!body.ok) return refuse(app, reply, body.error);
    const { slug } = request.params;
    const outcome = await publishHunt(app, { slug, text: body.text, by: admitted.by });
    if (outcome.ok)
      return await reply.code(outcome.reply.published ? 201 : 200).send(outcome.reply);
    return await reply
      .code(422)
      .type('application/problem+json')
      .send({
        ...problem('invalid_hunt', outcome.mistakes[0]?.message ?? 'the file has mistakes'),
        mistakes: outcome.mistakes,
      });
  });
  registerReads(server, app);
}

function registerReads(server: FastifyInstance, app: DoorApp): void {
  server.get<HuntRoute>('/v1/hunts/:slug/board', async (request, reply) => {
    const admitted = await admit(app, request, 'read');
    if (!admitted.ok) return refuse(app, reply, admitted.error);
    if (admitted.live === undefined) {
      return refuse(app, reply, problem('unknown_hunt', request.params.slug));
    }
    const limit = Number(request.query.limit ?? 100);
    if (!Number.isInteger(limit) || limit < 1 || limit > 10_000) {
      return refuse(app, reply, problem('malformed', 'limit is 1 to 10000', { path: 'limit' }));
    }
    const board = await readBoard(app.redis, admitted.live, { limit, audience: 'players' });
    return { ...board, serverTime: serverTime(app) };
  });
  server.get<HuntRoute>('/v1/hunts/:slug/definition', async (request, reply) => {
    const admitted = await admit(app, request, 'publish');
    if (!admitted.ok) return refuse(app, reply, admitted.error);
    const { live } = admitted;
    const body = live === undefined ? undefined : await app.directory.body(live.hash);
    if (live === undefined || body === undefined) {
      return refuse(app, reply, problem('unknown_hunt', request.params.slug));
    }
    return { version: live.version, hash: live.hash, definition: JSON.parse(body) as unknown };
  });
}
