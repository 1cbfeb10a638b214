/** The HTTP API as the command line uses it. Refusals throw `DoorError` with the problem. */
import type {
  BoardPush,
  EventStatus,
  HuntDefinition,
  Mistake,
  Operation,
  OperationReply,
  Problem,
  PublishReply,
  QualityReply,
  QualityReport,
  ReceiptReply,
  TokenReply,
  VersionReply,
} from '@trove/contracts';
import { FailedError } from '../exits.js';
import type { Door } from './findDoor.js';

const CALL_MS = 30_000;

/** The server refused; the mistakes are those of a hunt file. */
export class DoorError extends FailedError {
  readonly status: number;
  readonly problem: Partial<Problem>;
  readonly mistakes: readonly Mistake[];

  constructor(status: number, body: Partial<Problem> & { mistakes?: readonly Mistake[] }) {
    super(`the server refused (${body.code ?? status}): ${body.detail ?? body.title ?? ''}`.trim());
    this.status = status;
    this.problem = body;
    this.mistakes = body.mistakes ?? [];
  }
}

interface Call {
  readonly method?: 'GET' | 'PUT' | 'POST';
  readonly body?: string;
  readonly type?: string;
}

export class DoorClient {
  readonly #door: Door;

  constructor(door: Door) {
    this.#door = door;
  }

  /** Publishes a hunt file's text; the same text again publishes nothing. */
  publish(slug: string, yaml: string): Promise<PublishReply> {
    const call = { method: 'PUT', body: yaml, type: 'application/yaml' } as const;
    return this.#json(`/v1/hunts/${encodeURIComponent(slug)}`, call);
  }

  /** An operator's act, and what it did; `pending` while nobody has decided it. */
  operate(slug: string, operation: Operation): Promise<OperationReply> {
    const body = JSON.stringify(operation);
    const call = { method: 'POST', body, type: 'application/json' } as const;
    return this.#json(`/v1/hunts/${encodeURIComponent(slug)}/operations`, call);
  }

  /** The definition now live; takes a token that may publish, as it holds the answers. */
  async definition(slug: string): Promise<HuntDefinition> {
    const path = `/v1/hunts/${encodeURIComponent(slug)}/definition`;
    const { definition } = await this.#json<{ definition: HuntDefinition }>(path, {});
    return definition;
  }

  board(slug: string, limit: number): Promise<BoardPush> {
    return this.#json(`/v1/hunts/${encodeURIComponent(slug)}/board?limit=${limit}`, {});
  }

  /** An id counts within its source; without one, that of the token is meant. */
  event(id: string, source?: string): Promise<EventStatus> {
    const query = source === undefined ? '' : `?source=${encodeURIComponent(source)}`;
    return this.#json(`/v1/events/${encodeURIComponent(id)}${query}`, {});
  }

  /** `position`: which of several events with this id; the first without it. */
  receipt(
    id: string,
    query: { readonly source?: string; readonly position?: number },
  ): Promise<ReceiptReply> {
    const text = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) text.set(name, String(value));
    }
    return this.#json(`/v1/events/${encodeURIComponent(id)}/receipt?${text.toString()}`, {});
  }

  /** How what was injected compares with what came back; the same report again counts nothing. */
  reportQuality(report: QualityReport): Promise<QualityReply> {
    const body = JSON.stringify(report);
    return this.#json('/v1/quality', { method: 'POST', body, type: 'application/json' });
  }

  /** What the token is good for; a key does not say so by itself. */
  token(): Promise<TokenReply> {
    return this.#json('/v1/token', {});
  }

  version(): Promise<VersionReply> {
    return this.#json('/version', {});
  }

  /** What the server waits for, by check; empty when it is ready. */
  async readiness(): Promise<{ ready: boolean; checks: unknown }> {
    const response = await this.#fetch('/readyz', {});
    const said = (await response.json().catch(() => ({}))) as { checks?: unknown };
    return { ready: response.ok, checks: said.checks ?? {} };
  }

  async #json<T>(path: string, call: Call): Promise<T> {
    const response = await this.#fetch(path, call);
    const text = await response.text();
    const body = readJson(text);
    if (response.ok && body !== undefined) return body as T;
    throw new DoorError(response.status, body ?? { detail: text.slice(0, 200) });
  }

  #fetch(path: string, call: Call): Promise<Response> {
    const { url, token } = this.#door;
    const headers = new Headers({ authorization: `Bearer ${token}` });
    if (call.type !== undefined) headers.set('content-type', call.type);
    return fetch(new URL(path, url), {
      method: call.method ?? 'GET',
      headers,
      body: call.body ?? null,
      signal: AbortSignal.timeout(CALL_MS),
    }).catch((cause: unknown) => {
      throw new FailedError(`no answer from ${url}`, { cause });
    });
  }
}

function readJson(text: string): object | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}
