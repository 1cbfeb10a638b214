/**
 * The HTTP calls of a player's app: joining, refreshing the token, and receipts. Refusals come
 * back as `TroveError` with the server's own problem code.
 */
import type { JoinReply, JoinRequest, Problem, ReceiptReply, RefreshReply } from '@trove/contracts';
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

export interface JoinOptions {
  /** Where the server is, as `https://play.example.org`. */
  readonly url: string;
  readonly hunt: string;
  /** The hunt's join code; case does not matter. */
  readonly code: string;
  /** A UUID made once by this device. Joining again with it answers the same team. */
  readonly playerId: string;
  readonly team?: string;
  readonly teamName?: string;
  /** One of the hunt's; it counts for a team that is made by this. */
  readonly division?: string;
}

/** What `createPlayer` needs; may be kept and used again while its refresh token lives. */
export type Session = JoinReply;

/** Joins a hunt, or comes back to it. Throws `TroveError`. */
export function joinHunt(options: JoinOptions): Promise<Session> {
  const { url, hunt, code, playerId, team, teamName, division } = options;
  const body: JoinRequest = { code, playerId };
  if (team !== undefined) body.team = team;
  if (teamName !== undefined) body.teamName = teamName;
  if (division !== undefined) body.division = division;
  return postJson<JoinReply>(url, `/v1/hunts/${encodeURIComponent(hunt)}/join`, body);
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

async function call<T>(url: string, path: string, request: RequestInit): Promise<T> {
  const response = await fetch(new URL(path, url), {
    ...request,
    signal: AbortSignal.timeout(SDK_LIMITS.httpMs),
  }).catch((cause: unknown) => {
    throw new TroveError(unreachable(url), { cause });
  });
  const text = await response.text();
  if (response.ok) return JSON.parse(text) as T;
  throw new TroveError(readProblem(text, response.status));
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
