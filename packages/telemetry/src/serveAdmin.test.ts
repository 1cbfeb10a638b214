/** The admin routes as an operator or a load balancer sees them. */
import { afterEach, describe, expect, it } from 'vitest';
import { createRegistry, Gauge } from './createRegistry.js';
import { type AdminServer, createAdminServer } from './serveAdmin.js';

let server: AdminServer | undefined;
afterEach(() => server?.close());

async function serve(wrong: string | undefined): Promise<string> {
  const registry = createRegistry('worker');
  const gauge = new Gauge({ name: 'trove_lag_events', help: 'lag', registers: [registry] });
  gauge.set(7);
  server = await createAdminServer(
    { port: 0 },
    {
      app: 'worker',
      version: '1.2.3',
      commit: 'abc',
      registry,
      checks: { redis: async () => wrong },
    },
  );
  return `http://127.0.0.1:${server.port}`;
}

describe('the admin server', () => {
  it('lives, is ready and knows its version when all is well', async () => {
    const url = await serve(undefined);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ready: true, checks: { redis: 'ok' } },
    ]);
    const version = await fetch(`${url}/version`);
    expect(await version.json()).toEqual({ app: 'worker', version: '1.2.3', commit: 'abc' });
  });

  it('is alive but not ready while a dependency is away', async () => {
    const url = await serve('cannot reach Redis');
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { ready: false, checks: { redis: 'cannot reach Redis' } },
    ]);
  });

  it('serves metrics labelled with the app', async () => {
    const url = await serve(undefined);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain('trove_lag_events{app="worker"} 7');
  });
});
