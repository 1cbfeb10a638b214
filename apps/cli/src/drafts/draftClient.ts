/** The console's routes for drafts, as the command line uses them. */
import type { Finding, Problem } from '@trove/contracts';
import { FailedError } from '../exits.js';
import type { ConsoleAccess } from './findConsole.js';

const CALL_MS = 30_000;

export interface FetchedDraft {
  readonly text: string;
  /** 0 where there is no draft and this is the newest published version. */
  readonly revision: number;
  readonly baseVersion: number;
}

export interface PutReply {
  readonly slug: string;
  readonly revision: number;
  readonly findings: readonly Finding[];
  /** What the linter did not look for, or cut off. */
  readonly unsaid: readonly string[];
}

export class DraftClient {
  readonly #access: ConsoleAccess;

  constructor(access: ConsoleAccess) {
    this.#access = access;
  }

  /** The draft, or one published version. */
  async fetch(slug: string, version?: number): Promise<FetchedDraft> {
    const query = version === undefined ? '' : `?version=${version}`;
    const response = await this.#call(slug + query, { method: 'GET' });
    const { headers } = response;
    return {
      text: await response.text(),
      revision: Number((headers.get('etag') ?? '').replaceAll('"', '')),
      baseVersion: Number(headers.get('trove-base-version')),
    };
  }

  /** `revision`: the one the text was made on; without, whatever is there is overwritten. */
  async put(slug: string, text: string, revision: number | undefined): Promise<PutReply> {
    const headers = new Headers({ 'content-type': 'application/yaml' });
    if (revision !== undefined) headers.set('if-match', `"${revision}"`);
    const response = await this.#call(slug, { method: 'PUT', headers, body: text });
    return (await response.json()) as PutReply;
  }

  async #call(path: string, init: RequestInit): Promise<Response> {
    const { url, key } = this.#access;
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${key}`);
    const address = new URL(`/api/drafts/${path}`, url);
    const signal = AbortSignal.timeout(CALL_MS);
    const response = await fetch(address, { ...init, headers, signal }).catch((cause: unknown) => {
      throw new FailedError(`no answer from ${url}`, { cause });
    });
    if (response.ok) return response;
    const body = (await response.json().catch(() => ({}))) as Partial<Problem>;
    const why = body.detail ?? body.title ?? '';
    throw new FailedError(`the console refused (${body.code ?? response.status}): ${why}`);
  }
}
