/**
 * POST /v1/token/refresh: new tokens for a refresh token. Who stays in touch plays on for as long
 * as the hunt lasts; whose refresh token has run out has to join again.
 */
import { type Problem, problem, type RefreshReply, RefreshRequest } from '@trove/contracts';
import type { FastifyInstance } from 'fastify';
import { type DoorApp, serverTime } from '../deps.js';
import { memberRefusal } from '../teams/memberRefusal.js';
import { refuse } from './answers.js';
import { parseJson, textOfBody } from './jsonBody.js';

export function registerRefresh(server: FastifyInstance, app: DoorApp): void {
  server.post('/v1/token/refresh', async (request, reply) => {
    const body = textOfBody(request.body);
    if (!body.ok) return refuse(app, reply, body.error);
    const json = parseJson(body.text);
    if (!json.ok) return refuse(app, reply, json.error);
    const asked = RefreshRequest.safeParse(json.value);
    if (!asked.success) {
      return refuse(app, reply, problem('malformed', 'refreshToken is needed'));
    }
    const verified = await app.tokens.verifyRefresh(asked.data.refreshToken);
    if (!verified.ok) return refuse(app, reply, finalOf(verified.error));
    // Who has left its team gets no new token for it, as soon as the log has decided so.
    const refusal = await memberRefusal(app, verified.claims);
    if (refusal !== undefined) return refuse(app, reply, refusal);
    const { token, expiresAtMs } = await app.tokens.issuePlayer(verified.claims);
    return {
      token,
      refreshToken: await app.tokens.issueRefresh(verified.claims),
      tokenExpiresAt: new Date(expiresAtMs).toISOString(),
      serverTime: serverTime(app),
    } satisfies RefreshReply;
  });
}

/** `token_expired` says that another token mends it, and no other mends this one. */
function finalOf(error: Problem): Problem {
  if (error.code !== 'token_expired') return error;
  return problem('token_invalid', 'the refresh token has run out: join again');
}
