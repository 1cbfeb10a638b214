/**
 * How often one address may ask for what costs the door something before it knows who asks: a
 * join, a fresh token, a photo. It is looked at before a body is read.
 */
import { problem } from '@trove/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addressKey } from '../connections/addressOf.js';
import type { DoorApp } from '../deps.js';
import { DOOR_RATES, RATE_KEYS } from '../limits.js';
import { RateLimiter } from '../rates/rateLimiter.js';
import { refuse } from './answers.js';

const KINDS = ['joins', 'refreshes', 'uploads'] as const;
type Kind = (typeof KINDS)[number];

/** By a route's path as it was registered. */
const ROUTES: readonly (readonly [RegExp, Kind])[] = [
  [/\/join$/, 'joins'],
  [/^\/v1\/token\/refresh$/, 'refreshes'],
  [/\/photos(\/|$)/, 'uploads'],
];

/** Before any route is registered. */
export function limitAddresses(server: FastifyInstance, app: DoorApp): void {
  const rates = new Map(KINDS.map((kind) => [kind, new RateLimiter(DOOR_RATES[kind], RATE_KEYS)]));
  server.addHook('onRequest', async (request, reply) => {
    const kind = kindOf(request);
    if (kind === undefined) return;
    const nowMs = app.clock.nowUs() / 1000;
    const retryAfterMs = rates.get(kind)?.take(addressKey(request.ip), 1, nowMs) ?? 0;
    if (retryAfterMs === 0) return;
    const detail = `too many ${kind} from one address`;
    await refuse(app, reply, problem('rate_limited', detail, { retryAfterMs }));
  });
}

function kindOf({ method, routeOptions }: FastifyRequest): Kind | undefined {
  const { url } = routeOptions;
  if (url === undefined || method === 'GET' || method === 'HEAD') return undefined;
  return ROUTES.find(([path]) => path.test(url))?.[1];
}
