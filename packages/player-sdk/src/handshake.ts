/** What a channel says when it connects, and what a refusal of the server reads as. */
import type { PlayAuth, Problem, ResultOffset } from '@trove/contracts';

export function authOf(token: string, last: readonly ResultOffset[] | undefined): PlayAuth {
  return last === undefined ? { token } : { token, last };
}

/** The server's problem; `not_ready` where something else stood in the way. */
export function problemOf(error: Error & { data?: unknown }): Problem {
  const data = error.data as Partial<Problem> | undefined;
  const blank = { title: '', detail: '', status: 0 };
  if (typeof data?.code === 'string') return { ...blank, ...data } as Problem;
  return { code: 'not_ready', title: 'Connection refused.', detail: error.message, status: 503 };
}
