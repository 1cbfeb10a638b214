/** Tells a database that is away or busy from a statement that will never work. */

/** SQLSTATE classes: connection, resources, operator intervention. */
const AWAY_CLASSES = new Set(['08', '53', '57']);

/** Single SQLSTATEs: serialization failure, deadlock, lock not available. */
const BUSY_STATES = new Set(['40001', '40P01', '55P03']);

/** Node's errors of a socket or a name look-up. */
const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** Prisma: unreachable, timed out, closed, pool exhausted, write conflict. */
const PRISMA_CODES = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'P2034',
  'P2037',
]);

/** What pg says without giving a code. */
const PG_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|not queryable/;

/** Deep enough for Prisma's wrapping of an adapter's wrapping of a socket's error. */
const MAX_DEPTH = 5;

/** True when the same call may succeed later without anybody changing anything. */
export function isTransient(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return false;
  const { code, message, cause, errors } = error as Record<string, unknown>;
  if (typeof code === 'string' && isTransientCode(code)) return true;
  if (typeof message === 'string' && PG_MESSAGES.test(message)) return true;
  if (Array.isArray(errors) && errors.some((inner) => isTransient(inner, depth + 1))) return true;
  return isTransient(cause, depth + 1);
}

function isTransientCode(code: string): boolean {
  if (SOCKET_CODES.has(code) || PRISMA_CODES.has(code) || BUSY_STATES.has(code)) return true;
  return code.length === 5 && AWAY_CLASSES.has(code.slice(0, 2));
}
