/**
 * GET /v1/events/{id}/receipt: everything that is kept of one event. Players get those of their
 * own team, sources those of their hunts.
 */
import {
  type DoorClaims,
  EventId,
  HuntSlug,
  type Problem,
  type ProblemCode,
  problem,
  type QuarantineEntry,
  type ReceiptReply,
  Source,
} from '@trove/contracts';
import { receiptForPlayer, refusedEvent } from '@trove/core';
import type { ReceiptAnswer } from '@trove/receipts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type DoorApp, serverTime } from '../deps.js';
import { DOOR_LIMITS } from '../limits.js';
import { mayRead } from '../tokens/mayRead.js';
import { claimsOf, refuse } from './answers.js';
import { huntsOf } from './getEvent.js';
import { ReceiptRate } from './receiptRate.js';

const Query = z.object({
  id: EventId,
  hunt: HuntSlug.optional(),
  /** Who made the id; of no use to a player, whose token says it. */
  source: Source.optional(),
  /** Which of several events with this id is meant; the first without it. */
  position: z.coerce.number().int().min(0).optional(),
});
type Query = z.output<typeof Query>;

export function registerGetReceipt(server: FastifyInstance, app: DoorApp): void {
  const rate = new ReceiptRate();
  server.get<{ Params: { id: string } }>('/v1/events/:id/receipt', async (request, reply) => {
    const verified = await claimsOf(app, request);
    if (!verified.ok) return refuse(app, reply, verified.error);
    const { claims } = verified;
    const query = Query.safeParse({ ...(request.query as object), id: request.params.id });
    if (!query.success) {
      return refuse(app, reply, problem('malformed', 'an id that is a UUIDv7, a hunt, a position'));
    }
    const asked = query.data.hunt;
    const barred = asked === undefined ? undefined : mayRead(claims, { hunt: asked });
    if (barred !== undefined) return refuse(app, reply, barred);
    const retryAfterMs =
      claims.kind === 'player' ? rate.take(claims.source, app.clock.nowUs() / 1000) : undefined;
    if (retryAfterMs !== undefined) {
      return refuse(app, reply, problem('rate_limited', 'too many receipts', { retryAfterMs }));
    }
    const answer = await findReceipt(app, claims, query.data);
    if (answer.kind !== 'found') {
      return refuse(app, reply, problemOf(answer, { claims, id: query.data.id }));
    }
    const { receipt } = answer;
    const refusal = mayRead(claims, receipt);
    if (refusal !== undefined) return refuse(app, reply, refusal);
    const isPlayer = claims.kind === 'player';
    return {
      receipt: isPlayer ? receiptForPlayer(receipt, claims.sub) : receipt,
      serverTime: serverTime(app),
    } satisfies ReceiptReply;
  });
}

async function findReceipt(
  app: DoorApp,
  claims: DoorClaims,
  { id, hunt, source, position }: Query,
): Promise<ReceiptAnswer> {
  if (hunt !== undefined) await app.hunts.ensure([hunt], app.clock.nowUs() / 1000);
  const hunts = huntsOf(app, claims, hunt);
  if (hunts.length === 0) return { kind: 'unknown' };
  const maker = claims.kind === 'player' ? claims.source : (source ?? claims.sub);
  const sourceHash = app.identities.sourceHash(maker);
  const where = { hunts, sourceHash, refusedOf: maker, position, isThorough: false };
  return await app.receipts.find({ id, ...where });
}

type NotFound = Exclude<ReceiptAnswer, { readonly kind: 'found' }>;

interface Asking {
  readonly claims: DoorClaims;
  readonly id: string;
}

const CODES = {
  pending: 'undecided',
  unknown: 'not_found',
  busy: 'busy',
  unsearched: 'not_searched',
} as const satisfies Record<Exclude<NotFound['kind'], 'refused'>, ProblemCode>;

function problemOf(answer: NotFound, { claims, id }: Asking): Problem {
  const { kind } = answer;
  if (kind === 'refused') return problemOfRefused(answer.entry, claims);
  if (kind === 'unknown') return problem('not_found', `no decided event ${id}`);
  if (kind === 'unsearched') return problem('not_searched', `${id}: its position finds it`);
  return problem(CODES[kind], id, { retryAfterMs: DOOR_LIMITS.retryAfterMs });
}

/** What a refused event says of its team proves nothing: a player's own is known by its source. */
function problemOfRefused(entry: QuarantineEntry, claims: DoorClaims): Problem {
  const isOwn = claims.kind === 'player' || claims.sub === entry.source;
  const refused = refusedEvent(entry);
  if (refused === undefined || (!isOwn && mayRead(claims, entry) !== undefined)) {
    return problem('not_found', `no decided event ${entry.eventId}`);
  }
  const { code, detail, path } = refused;
  return problem('refused', `${code}: ${detail}`, { ...(path !== undefined && { path }), refused });
}
