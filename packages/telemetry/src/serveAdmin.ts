/**
 * The four routes that every app answers: /healthz (the process lives),
 * /readyz (it can work), /metrics (Prometheus) and /version.
 */
import { type FastifyInstance, fastify } from 'fastify';
import type { Registry } from 'prom-client';
import { type Checks, checkReadiness } from './checkReadiness.js';

export interface AdminOptions {
  readonly app: string;
  readonly version: string;
  readonly commit: string;
  readonly checks: Checks;
  readonly registry: Registry;
}

/** What `serveAdmin` needs of a fastify instance, whatever its logger's type. */
export type AdminHost = Pick<FastifyInstance, 'get'>;

/** Adds the routes. /readyz answers 503 while any check says that something is wrong. */
export function serveAdmin(host: AdminHost, options: AdminOptions): void {
  const { app, version, commit, checks, registry } = options;
  host.get('/healthz', async () => ({ app, status: 'ok' }));
  host.get('/version', async () => ({ app, version, commit }));
  host.get('/readyz', async (_request, reply) => {
    const readiness = await checkReadiness(checks);
    return reply.code(readiness.ready ? 200 : 503).send(readiness);
  });
  host.get('/metrics', async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}

export interface AdminServer {
  /** The port it listens on, of use when 0 was asked for. */
  readonly port: number;
  close(): Promise<void>;
}

/** A server with nothing but the admin routes, for apps that serve nothing else. */
export async function createAdminServer(
  listen: { readonly host?: string; readonly port: number },
  options: AdminOptions,
): Promise<AdminServer> {
  const server = fastify({ logger: false, forceCloseConnections: true });
  serveAdmin(server, options);
  await server.listen({ host: listen.host ?? '127.0.0.1', port: listen.port });
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : listen.port;
  return { port, close: () => server.close() };
}
