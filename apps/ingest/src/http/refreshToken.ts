/** POST /v1/token/refresh: a new player token for a refresh token. */
import { problem, type RefreshReply, RefreshRequest } from '@trove/contracts';
import type { FastifyInstance } from 'fastify';
import { type DoorApp, serverTime } from '../deps.js';
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
    if (!verified.ok) return refuse(app, reply, verified.error);
    const { token, expiresAtMs } = await app.tokens.issuePlayer(verified.claims);
    return {
      token,
      tokenExpiresAt: new Date(expiresAtMs).toISOString(),
      serverTime: serverTime(app),
    } satisfies RefreshReply;
  });
}
