/** All routes of the HTTP API, and what is answered when none of them fits or something breaks. */
import { problem } from '@trove/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DoorApp } from '../deps.js';
import { refuse } from './answers.js';
import { registerGetEvent } from './getEvent.js';
import { registerGetReceipt } from './getReceipt.js';
import { registerGetToken } from './getToken.js';
import { registerHunts } from './hunts.js';
import { registerJoin } from './joinHunt.js';
import { readBodiesAsText } from './jsonBody.js';
import { registerLeave } from './leaveHunt.js';
import { registerOperations } from './operations.js';
import { registerPhotos } from './photos.js';
import { registerPostEvents } from './postEvents.js';
import { registerPostQuality } from './postQuality.js';
import { registerRecommendations } from './recommendations.js';
import { registerRefresh } from './refreshToken.js';

const CLIENT_FAULTS = new Map([
  [413, 'too_large'],
  [415, 'malformed'],
  [400, 'malformed'],
] as const);

export function registerApi(server: FastifyInstance, app: DoorApp): void {
  readBodiesAsText(server);
  registerJoin(server, app);
  registerLeave(server, app);
  registerGetToken(server, app);
  registerRefresh(server, app);
  registerPostEvents(server, app);
  registerPostQuality(server, app);
  registerGetEvent(server, app);
  registerGetReceipt(server, app);
  registerHunts(server, app);
  registerOperations(server, app);
  registerPhotos(server, app);
  registerRecommendations(server, app);
  server.setNotFoundHandler((request, reply) => {
    return refuse(
      app,
      reply,
      problem('not_found', `${request.method} ${request.url.slice(0, 200)}`),
    );
  });
  server.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = (error.statusCode ?? 500) as 413 | 415 | 400;
    const code = CLIENT_FAULTS.get(status);
    if (code !== undefined) {
      const detail = status === 415 ? wrongType(request) : error.message.slice(0, 200);
      return refuse(app, reply, problem(code, detail));
    }
    app.logger.error({ err: error }, 'a request failed');
    return refuse(app, reply, problem('not_ready', 'try again', { retryAfterMs: 1_000 }));
  });
}

function wrongType({ headers }: FastifyRequest): string {
  const type = headers['content-type'];
  const found = type === undefined ? 'it names none' : `not ${type.slice(0, 100)}`;
  return `send a body as application/json: ${found}`;
}
