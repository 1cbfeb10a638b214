/** An error of the sign-in library in one sentence; anything else is a server that is away. */
import { APIError } from 'better-auth/api';
import { logger } from '../connections';

/** `refused` is what to say when the library refused; its own words could tell too much. */
export function wordsOfAuthError(error: unknown, refused: string): string {
  if (error instanceof APIError && error.statusCode < 500) return refused;
  logger().warn({ err: error }, 'the sign-in store failed');
  return 'PostgreSQL does not answer, and sign-in needs it. Try again in a moment.';
}
