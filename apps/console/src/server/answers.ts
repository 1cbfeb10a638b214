/** How routes answer: for a viewer only, never cached, and with a coded problem when they can't. */
import type { Permission, ProblemCode } from '@trove/contracts';
import { z } from 'zod';
import { logger } from './connections';
import { contracts } from './packages';
import { findViewer, type Viewer } from './viewer';

const NO_STORE = { 'Cache-Control': 'no-store' };

type Handler<P> = (request: Request, viewer: Viewer, params: P) => Promise<unknown>;
type Route<P> = (request: Request, context: { readonly params: Promise<P> }) => Promise<Response>;

/**
 * A GET route, with the variable parts of its address as `params`: 401 without a viewer, 403 for
 * one who may not, 400 for wrong parameters, 503 when a server is away.
 */
export function forViewer<P = unknown>(handler: Handler<P>, needs: Permission = 'read'): Route<P> {
  return async (request, { params }) => {
    const viewer = await findViewer();
    if (!viewer) return problemAnswer('token_missing', 'Sign in first.');
    if (!contracts.mayDo(viewer.role, needs)) {
      return problemAnswer('not_permitted', `You may not ${contracts.PERMISSION_WORDS[needs]}.`);
    }
    try {
      const body = await handler(request, viewer, await params);
      if (body instanceof Response) return body;
      if (body === undefined) return problemAnswer('not_found', 'There is nothing here.');
      return Response.json(body, { headers: NO_STORE });
    } catch (error) {
      if (error instanceof z.ZodError) return problemAnswer('malformed', z.prettifyError(error));
      logger().warn({ err: error, path: new URL(request.url).pathname }, 'a read failed');
      return problemAnswer('not_ready', 'A server this screen reads from does not answer.');
    }
  };
}

/** The query of a request, checked. */
export function queryOf<T extends z.ZodType>(request: Request, schema: T): z.output<T> {
  return schema.parse(Object.fromEntries(new URL(request.url).searchParams));
}

/** A coded problem (RFC 9457). */
export function problemAnswer(code: ProblemCode, detail: string, more: object = {}): Response {
  const body = contracts.problem(code, detail);
  return Response.json(
    { ...body, ...more },
    {
      status: body.status,
      headers: { ...NO_STORE, 'Content-Type': 'application/problem+json' },
    },
  );
}
