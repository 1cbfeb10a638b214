/** What is read of the environment before any of it is parsed: by the proxy, for each page. */

/** Whether this is `next dev`, whose client needs eval for its error overlay. */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === 'development';
}

/** Where players' apps find the door; `env.ts` refuses a start without a sound one. */
export function doorAddress(): string {
  return process.env['TROVE_INGEST_URL'] || 'http://127.0.0.1:4000';
}
