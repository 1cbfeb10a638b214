/**
 * The HTTP calls of a player's app: joining, refreshing the token, and receipts. Refusals come
 * back as `TroveError` with the server's own problem code.
 */
import type {
  JoinReply,
  JoinRequest,
  LeaveReply,
  Problem,
  ReceiptReply,
  RefreshReply,
} from '@trove/contracts';
import { SDK_LIMITS } from './limits.js';

/** A refusal by the server, or `not_ready` when it could not be reached. */
export class TroveError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(`${problem.title} ${problem.detail}`.trim(), options);
    this.name = 'TroveError';
    this.problem = problem;
  }
}

/** `code` is the hunt's, `teamCode` that of a team, which lets in alone; case does not matter. */
export interface JoinOptions extends JoinRequest {
  /** Where the server is, as `https://play.example.org`. */
  readonly url: string;
  readonly hunt: string;
}

/**
 * What `createPlayer` needs; may be kept and used again while its refresh token lives. A player
 * tells its newest one by `session`.
 */
export interface Session extends JoinReply {
  /** How far the server's clock was ahead of the device's when it was given, ms. */
  readonly clockAheadMs?: number;
}

/** Joins a hunt, or comes back to it. Throws `TroveError`. */
export async function joinHunt(options: JoinOptions): Promise<Session> {
  const { url, hunt, ...body } = options;
  const reply = await postJson<JoinReply>(url, `/v1/hunts/${encodeURIComponent(hunt)}/join`, body);
  return { ...reply, clockAheadMs: Date.parse(reply.serverTime) - Date.now() };
}

/** Leaves the team, without a connection; a token of the session is needed. Throws `TroveError`. */
export function leaveHunt(url: string, { hunt, token }: Session): Promise<LeaveReply> {
  return call<LeaveReply>(url, `/v1/hunts/${encodeURIComponent(hunt)}/leave`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
}

/** Trades a refresh token for a new token. Throws `TroveError`. */
export function refreshToken(url: string, token: string): Promise<RefreshReply> {
  return postJson<RefreshReply>(url, '/v1/token/refresh', { refreshToken: token });
}

/** What is kept of an event of the token's team. Throws `TroveError`. */
export function fetchReceipt({ url, token, id, position }: ReceiptCall): Promise<ReceiptReply> {
  const query = position === undefined ? '' : `?position=${position}`;
  const path = `/v1/events/${encodeURIComponent(id)}/receipt${query}`;
  return call<ReceiptReply>(url, path, { headers: { authorization: `Bearer ${token}` } });
}

export interface ReceiptCall {
  readonly url: string;
  readonly token: string;
  readonly id: string;
  readonly position?: number | undefined;
}

function postJson<T>(url: string, path: string, body: unknown): Promise<T> {
  return call<T>(url, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** One HTTP call, answered with JSON. Throws `TroveError`. */
export async function call<T>(
  url: string,
  path: string,
  request: RequestInit & { readonly withinMs?: number },
): Promise<T> {
  const { text, ok, status } = await exchange(new URL(path, url), request).catch(
    (cause: unknown) => {
      throw new TroveError(unreachable(url), { cause });
    },
  );
  const answer = ok ? readJson<T>(text) : undefined;
  if (answer !== undefined) return answer;
  throw new TroveError(readProblem(text, status));
}

/** Rejects where there was no connection, or it was lost before the whole answer was here. */
async function exchange(url: URL, request: RequestInit & { readonly withinMs?: number }) {
  const signal = AbortSignal.timeout(request.withinMs ?? SDK_LIMITS.httpMs);
  const response = await fetch(url, { ...request, signal });
  return { text: await response.text(), ok: response.ok, status: response.status };
}

/** Undefined where the text is none: a proxy or a portal has answered in the server's place. */
function readJson<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}

function unreachable(url: string): Problem {
  return { code: 'not_ready', title: 'No answer.', detail: `from ${url}`, status: 503 };
}

function readProblem(text: string, status: number): Problem {
  try {
    const body = JSON.parse(text) as Partial<Problem>;
    if (typeof body.code === 'string') return { title: '', detail: '', status, ...body } as Problem;
  } catch {
    // A proxy's page, not a problem document: the status is all there is to tell.
  }
  return { code: 'not_ready', title: `HTTP ${status}.`, detail: '', status };
}
