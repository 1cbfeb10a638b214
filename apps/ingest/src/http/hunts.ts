/** Hunts over HTTP: publish a file, read the board and the definition. */
import { HUNT_LIMITS, type PublishReply, problem } from '@trove/contracts';
import { waitsForReview } from '@trove/db';
import { type PublishDeps, publishHunt } from '@trove/publishing';
import { readBoard } from '@trove/streams';
import type { FastifyInstance } from 'fastify';
import { type DoorApp, serverTime } from '../deps.js';
import { admit, type HuntRoute } from './admitToHunt.js';
import { refuse } from './answers.js';
import { textOfBody } from './jsonBody.js';
import { type Actor, noteAct } from './noteAct.js';

function publishDeps(app: DoorApp): PublishDeps {
  return {
    ...app,
    check: (file) => app.files.check(file),
    nowMs: () => app.clock.nowUs() / 1000,
    onLive(live) {
      app.hunts.put(live);
      app.wake(live.partition);
    },
  };
}

/** The version an entity tag of If-Match names; 0 is for a hunt that is not published yet. */
function expectedVersion(ifMatch: string | undefined): number | undefined | 'malformed' {
  if (ifMatch === undefined) return undefined;
  const tag = /^"?(\d{1,9})"?$/.exec(ifMatch.trim())?.[1];
  return tag === undefined ? 'malformed' : Number(tag);
}

export function registerHunts(server: FastifyInstance, app: DoorApp): void {
  const bodyLimit = HUNT_LIMITS.fileBytes;
  server.put<HuntRoute>('/v1/hunts/:slug', { bodyLimit }, async (request, reply) => {
    const admitted = await admit(app, request, 'publish');
    if (!admitted.ok) return refuse(app, reply, admitted.error);
    const body = textOfBody(request.body);
    if (!body.ok) return refuse(app, reply, body.error);
    const expects = expectedVersion(request.headers['if-match']);
    if (expects === 'malformed') {
      return refuse(app, reply, problem('malformed', 'If-Match names a version, as "3"'));
    }
    const { slug } = request.params;
    const draft = await app.drafts.find(slug);
    if (draft !== undefined && waitsForReview(draft)) {
      const waits = 'its draft waits for a review: publish it in the console then';
      return refuse(app, reply, problem('not_possible', waits));
    }
    const publish = { slug, text: body.text, by: admitted.by };
    const outcome = await publishHunt(
      publishDeps(app),
      expects === undefined ? publish : { ...publish, expects },
    );
    switch (outcome.is) {
      case 'published':
        notePublication(app, admitted.actor, outcome.reply);
        return await reply.code(outcome.reply.published ? 201 : 200).send(outcome.reply);
      case 'outdated':
        return refuse(
          app,
          reply,
          problem('outdated', `${outcome.by} has published version ${outcome.version} since`),
        );
      case 'busy':
        return refuse(app, reply, problem('busy', 'other hunts are being published: try again'));
      case 'misplaced':
        return refuse(app, reply, problem('not_possible', outcome.says));
      case 'mistaken':
        return await reply
          .code(422)
          .type('application/problem+json')
          .send({
            ...problem('invalid_hunt', outcome.mistakes[0]?.message ?? 'the file has mistakes'),
            mistakes: outcome.mistakes,
          });
    }
  });
  registerReads(server, app);
}

/** A file that is live already changes nothing. */
function notePublication(app: DoorApp, actor: Actor, reply: PublishReply): void {
  const { slug, version, hash, published } = reply;
  if (published) noteAct(app, { actor, act: 'publish-hunt', slug, after: { version, hash } });
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
    const { division } = request.query;
    const options = { limit, division, audience: 'players' } as const;
    const board = await readBoard(app.redis, admitted.live, options);
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
