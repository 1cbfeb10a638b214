/**
 * Which pages may call the API from a browser: those of any origin, as over sockets. Who may do
 * what follows from a token that a page has to know, never from a cookie that a browser adds.
 */
import type { FastifyCorsOptions } from '@fastify/cors';

const API: FastifyCorsOptions = {
  origin: '*',
  methods: ['GET', 'POST', 'PUT', 'DELETE'],
  allowedHeaders: ['authorization', 'content-type', 'prefer', 'if-match'],
  exposedHeaders: ['retry-after'],
  /** Seconds that a browser need not ask again. */
  maxAge: 7_200,
};

/** Health and metrics on the same port are not for pages. */
export const anyOrigin = {
  delegator: (
    { url }: { readonly url: string },
    give: (error: Error | null, options: FastifyCorsOptions) => void,
  ) => give(null, url.startsWith('/v1/') ? API : { origin: false }),
};
