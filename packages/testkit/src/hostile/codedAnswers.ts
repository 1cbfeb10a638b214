/** What a door has answered, held against its own tables: a code of theirs, or what is wrong. */
import { CLIENT_MESSAGES, type ClientMessages, PROBLEMS, Problem } from '@trove/contracts';
import type { RouteContract } from '@trove/contracts/api';

export interface Answer {
  readonly status: number;
  /** Undefined where it is not JSON. */
  readonly body: unknown;
}

const ODD = 'undocumented';
const SHOWN = 300;

/** `ok`, the code of a problem, or a text that begins with `undocumented`. */
export function codeOfReply(name: keyof ClientMessages, reply: unknown): string {
  const parsed = CLIENT_MESSAGES[name].reply.safeParse(reply);
  if (!parsed.success) return odd(`reply to ${name}`, reply);
  return parsed.data.ok ? 'ok' : parsed.data.error.code;
}

/** The same of HTTP; a refusal has a code and a status that the route's row names. */
export function codeOfAnswer(route: RouteContract, { status, body }: Answer): string {
  const reply = route.replies[status];
  const isReply = reply !== undefined && (body === undefined || reply.safeParse(body).success);
  if (isReply) return 'ok';
  const problem = Problem.safeParse(body);
  const at = `${status} of ${route.method} ${route.path}`;
  if (!problem.success || PROBLEMS[problem.data.code].status !== status) return odd(at, body);
  const { code } = problem.data;
  const isNamed = ANYWHERE.has(code) || route.problems.includes(code);
  return isNamed ? code : odd(at, body);
}

/** What may be said of any request before its route is asked. */
const ANYWHERE: ReadonlySet<string> = new Set(['malformed', 'too_large', 'not_found']);

export function isUndocumented(code: string): boolean {
  return code.startsWith(ODD);
}

/** Events of which an answer says that they stand in the log. */
export function appendedIn(reply: unknown): number {
  const acks = (reply as { acks?: unknown } | undefined | null)?.acks;
  return Array.isArray(acks) ? acks.filter((ack) => ack === 'appended').length : 0;
}

function odd(where: string, what: unknown): string {
  return `${ODD} ${where}: ${String(JSON.stringify(what)).slice(0, SHOWN)}`;
}
