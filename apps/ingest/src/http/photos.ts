/**
 * POST /v1/hunts/{slug}/clues/{clue}/photos: a player's image for a photo clue, in the body as it
 * is; GET …/photos/{photo} gives its team what was kept of it. Everything that can be said without
 * the body is said before it is read.
 */
import {
  HuntSlug,
  KEPT_PHOTO_TYPE,
  LocalId,
  PHOTO_LIMITS,
  PHOTO_TYPES,
  PhotoId,
  type PhotoReply,
  type Problem,
  problem,
} from '@trove/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type DoorApp, serverTime } from '../deps.js';
import { rulesOf } from '../handlers/rulesOf.js';
import { INTAKE_LIMITS } from '../photos/limits.js';
import { claimsOf, refuse } from './answers.js';
import { ReceiptRate } from './receiptRate.js';

interface PhotoRoute {
  Params: { slug: string; clue: string; photo: string };
}

type Request = FastifyRequest<PhotoRoute>;

/** Whose photo a request is about. */
interface Aimed {
  readonly hunt: string;
  readonly team: string;
  readonly clue: string;
  readonly player: string;
}

const PATH = '/v1/hunts/:slug/clues/:clue/photos';

export function registerPhotos(server: FastifyInstance, app: DoorApp): void {
  /** What was found of a request before its body was read. */
  const aims = new WeakMap<FastifyRequest, Aimed>();
  // Its bound is that of the route: nowhere else may a picture be so large.
  server.addContentTypeParser([...PHOTO_TYPES], { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  server.post<PhotoRoute>(PATH, {
    bodyLimit: PHOTO_LIMITS.uploadBytes,
    onRequest: async (request, reply) => {
      // Before anything is awaited: who is gone by then would never be heard to go.
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const aimed = await admitUpload(app, request, gone.signal);
      if ('code' in aimed) return await turnAway(app, reply, aimed);
      aims.set(request, aimed);
    },
    handler: async (request, reply) => {
      const aimed = aims.get(request);
      if (aimed === undefined || !Buffer.isBuffer(request.body)) {
        return refuse(app, reply, problem('not_a_photo', `send one of ${PHOTO_TYPES.join(', ')}`));
      }
      const taken = await app.photos.take({ ...aimed, bytes: request.body });
      if (!taken.ok) return refuse(app, reply, taken.error);
      const { photo, size } = taken;
      const { widthPx, heightPx } = size;
      const answer: PhotoReply = { photo, widthPx, heightPx, serverTime: serverTime(app) };
      return await reply.code(201).send(answer);
    },
  });
  // A picture weighs on PostgreSQL as the search for a receipt does.
  const rate = new ReceiptRate();
  server.get<PhotoRoute>(`${PATH}/:photo`, async (request, reply) => {
    const aimed = await aimOf(app, request);
    if ('code' in aimed) return refuse(app, reply, aimed);
    const retryAfterMs = rate.take(`${aimed.hunt} ${aimed.player}`, app.clock.nowUs() / 1_000);
    if (retryAfterMs !== undefined) {
      return refuse(app, reply, problem('rate_limited', 'too many pictures', { retryAfterMs }));
    }
    const id = PhotoId.safeParse(request.params.photo);
    const found = id.success ? await app.photos.read(id.data, aimed) : undefined;
    if (found === undefined) return refuse(app, reply, problem('not_found', 'no such photo'));
    if ('code' in found) return refuse(app, reply, found);
    return await sendPhoto(reply, found);
  });
}

/** The body is not read: who sends a large one is not to go on sending it. */
function turnAway(app: DoorApp, reply: FastifyReply, error: Problem): FastifyReply {
  void reply.header('connection', 'close');
  return refuse(app, reply, error);
}

/** Its slot is given back when the answer has gone out, or the sender has gone. */
async function admitUpload(
  app: DoorApp,
  request: Request,
  gone: AbortSignal,
): Promise<Aimed | Problem> {
  const tooLarge = Number(request.headers['content-length'] ?? 0) > PHOTO_LIMITS.uploadBytes;
  if (tooLarge) return problem('too_large', `at most ${PHOTO_LIMITS.uploadBytes} bytes`);
  const aimed = await aimOf(app, request);
  if ('code' in aimed) return aimed;
  const fault = await clueFault(app, aimed);
  if (fault !== undefined) return fault;
  const player = `${aimed.hunt} ${aimed.player}`;
  const slot = app.photos.slots.take(player, app.clock.nowUs() / 1_000);
  if (!slot.ok) return slot.error;
  const late = setTimeout(() => {
    if (!request.raw.complete) request.raw.destroy();
  }, INTAKE_LIMITS.arriveMs);
  const end = () => {
    clearTimeout(late);
    slot.release();
  };
  if (gone.aborted) end();
  else gone.addEventListener('abort', end, { once: true });
  return aimed;
}

async function aimOf(app: DoorApp, request: Request): Promise<Aimed | Problem> {
  const verified = await claimsOf(app, request);
  if (!verified.ok) return verified.error;
  const { claims } = verified;
  if (claims.kind !== 'player') return problem('not_permitted', 'photos are sent by players');
  const slug = HuntSlug.safeParse(request.params.slug);
  const clue = LocalId.safeParse(request.params.clue);
  if (!slug.success) return problem('unknown_hunt', 'not a hunt’s name');
  if (claims.hunt !== slug.data) return problem('hunt_not_allowed', 'another hunt’s token');
  if (!clue.success) return problem('not_found', 'not a clue’s id');
  return { hunt: slug.data, team: claims.team, player: claims.sub, clue: clue.data };
}

async function clueFault(app: DoorApp, { hunt, clue }: Aimed): Promise<Problem | undefined> {
  await app.hunts.ensure([hunt], app.clock.nowUs() / 1_000);
  const live = app.hunts.get(hunt);
  if (live === undefined) return problem('unknown_hunt', hunt);
  const { clueById } = await rulesOf(app, live);
  const isPhoto = clueById.get(clue)?.kind === 'photo';
  return isPhoto ? undefined : problem('not_found', `${clue} is no photo clue of the hunt`);
}

/** Nobody but who asked may keep it, and nothing may take it for anything but a picture. */
function sendPhoto(reply: FastifyReply, image: Uint8Array): FastifyReply {
  return reply
    .type(KEPT_PHOTO_TYPE)
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', 'inline; filename="photo.webp"')
    .send(Buffer.from(image.buffer, image.byteOffset, image.byteLength));
}
