import { fastify } from 'fastify';
import { describe, expect, it } from 'vitest';
import { trustProxies } from '../connections/addressOf.js';
import type { DoorApp } from '../deps.js';
import { DOOR_RATES } from '../limits.js';
import { limitAddresses } from './limitAddresses.js';

const app = {
  clock: { nowUs: () => 1_764_150_000_000_000 },
  metrics: { countUnattributed: () => undefined },
} as unknown as DoorApp;

/** A server with a route of photos, behind one proxy. */
function served() {
  const server = fastify({ trustProxy: trustProxies(1) });
  limitAddresses(server, app);
  server.route({ method: ['GET', 'POST'], url: '/v1/events/:id/photos', handler: () => 'taken' });
  return (method: 'GET' | 'POST', address: string) =>
    server.inject({
      method,
      url: '/v1/events/1/photos',
      headers: { 'x-forwarded-for': `198.51.100.1, ${address}` },
    });
}

describe('uploads', () => {
  it('SO5 of one address are bound, with a time; others and reads are not', async () => {
    const ask = served();
    const { burst, perSecond } = DOOR_RATES.uploads;
    for (let i = 0; i < burst; i += 1) {
      expect((await ask('POST', '203.0.113.5')).statusCode).toBe(200);
    }
    const refused = await ask('POST', '203.0.113.5');
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['retry-after']).toBe('1');
    const retryAfterMs = 1_000 / perSecond;
    expect(refused.json()).toMatchObject({ code: 'rate_limited', retryAfterMs });
    expect((await ask('GET', '203.0.113.5')).statusCode).toBe(200);
    expect((await ask('POST', '203.0.113.6')).statusCode).toBe(200);
  });
});
