/** What every HTTP handler shares: who asks, and how a refusal looks (RFC 9457). */
import { type DoorClaims, type Problem, problem } from '@trove/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DoorApp } from '../deps.js';
import type { Verified } from '../tokens/tokens.js';

/** Counts and sends a problem; returns the reply so that a handler can return it. */
export function refuse(app: DoorApp, reply: FastifyReply, error: Problem): FastifyReply {
  app.metrics.countUnattributed(error.code);
  return sendProblem(reply, error);
}

/** Sends a problem that has been counted already, as the door counts what it refuses. */
export function sendProblem(reply: FastifyReply, error: Problem): FastifyReply {
  if (error.retryAfterMs !== undefined) {
    void reply.header('retry-after', Math.ceil(error.retryAfterMs / 1000));
  }
  return reply.code(error.status).type('application/problem+json').send(JSON.stringify(error));
}

const BEARER = /^Bearer ([\w.~+/=-]{1,4096})$/i;

/** What only asks; a HEAD costs as much as the GET whose answer it leaves out. */
const QUESTIONS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** The claims of the request's bearer token, or the problem with it or with asking so often. */
export async function claimsOf(
  app: DoorApp,
  request: FastifyRequest,
): Promise<Verified<DoorClaims>> {
  const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
  const verified = await claimsOfToken(app, token);
  if (!verified.ok || !QUESTIONS.has(request.method)) return verified;
  const { claims } = verified;
  const nowMs = app.clock.nowUs() / 1000;
  const error = app.questions.refuse('GET', { claims, questions: 0 }, nowMs);
  return error === undefined ? verified : { ok: false, error };
}

/** The claims of a token, however it came. */
export async function claimsOfToken(
  app: DoorApp,
  token: string | undefined,
): Promise<Verified<DoorClaims>> {
  if (token === undefined) {
    return { ok: false, error: problem('token_missing', 'send Authorization: Bearer …') };
  }
  return await app.tokens.verify(token);
}

/** Seconds of `Prefer: wait=N` (RFC 7240) in milliseconds, bounded; 0 when not asked for. */
export function waitMsOf(request: FastifyRequest, mostMs: number): number {
  const prefer = request.headers['prefer'];
  const text = Array.isArray(prefer) ? prefer.join(',') : (prefer ?? '');
  const [, bare, quoted] = /(?:^|[,;\s])wait=(?:(\d+)\b|"(\d+)")/.exec(text) ?? [];
  const seconds = bare ?? quoted;
  return seconds === undefined ? 0 : Math.min(mostMs, Number(seconds) * 1000);
}
