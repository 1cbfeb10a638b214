/**
 * API keys of servers, as the console made them. A key is looked up in PostgreSQL by its digest and
 * believed for a few seconds, so that a revoked one closes soon; while PostgreSQL is away, those
 * that were good a moment ago go on, because players never wait for it.
 */
import { createHash } from 'node:crypto';
import { API_KEY_PREFIX, type DoorClaims, problem, SourceClaims } from '@trove/contracts';
import { isTransient, type KeyStore, type StoredKey, standingOfKey } from '@trove/db';
import { isWithin } from '@trove/streams';
import type { Verified } from './tokens.js';

export interface ApiKeysOptions {
  readonly store: KeyStore;
  readonly nowMs: () => number;
  readonly onError: (error: unknown) => void;
}

/** How long one answer is believed, and how long where no newer one can be had. */
const FRESH_MS = 5_000;
const BELIEVED_MS = 15 * 60_000;
/** Keys remembered, wrong ones too; the oldest is forgotten first. */
const REMEMBERED = 1_000;

/** When a key without an end runs out, for those who want a time. */
const FOREVER_MS = Date.UTC(9999, 0);

interface Remembered {
  readonly key: StoredKey | undefined;
  readonly atMs: number;
}

export class ApiKeys {
  readonly #known = new Map<string, Remembered>();
  readonly #options: ApiKeysOptions;

  constructor(options: ApiKeysOptions) {
    this.#options = options;
  }

  /** True for what looks like an API key and not like a signed token. */
  static looksLikeOne(token: string): boolean {
    return token.startsWith(API_KEY_PREFIX);
  }

  /** The token where it is a key. */
  static keyIn(token: string): string | undefined {
    return ApiKeys.looksLikeOne(token) ? token : undefined;
  }

  /** What the key permits now. Rejects when PostgreSQL is away and the key was not seen lately. */
  async verify(token: string): Promise<Verified<DoorClaims>> {
    const key = await this.#find(createHash('sha256').update(token).digest('hex'));
    if (key === undefined) return refusal('token_invalid', 'there is no such key');
    const standing = standingOfKey(key, this.#options.nowMs());
    if (standing === 'revoked') return refusal('token_invalid', 'the key was revoked');
    if (standing === 'expired') return refusal('token_expired', 'the key has run out');
    const expiresMs = key.expiresAt?.getTime() ?? FOREVER_MS;
    const claims = SourceClaims.safeParse({
      aud: 'trove-door',
      kind: 'source',
      sub: key.source,
      hunts: key.hunts,
      may: key.may.filter((right) => right !== 'draft'),
      exp: Math.floor(expiresMs / 1000),
    });
    const named = { id: `key:${key.id}`, name: key.name };
    if (claims.success) return { ok: true, claims: claims.data, key: named };
    return refusal('not_permitted', 'the key is not for the door');
  }

  async #find(digest: string): Promise<StoredKey | undefined> {
    const nowMs = this.#options.nowMs();
    const known = this.#known.get(digest);
    if (known !== undefined && isWithin(known.atMs, nowMs, FRESH_MS)) return known.key;
    try {
      const key = await this.#options.store.find(digest);
      this.#remember(digest, { key, atMs: nowMs });
      if (key !== undefined) this.#options.store.noteUse(key.id).catch(this.#options.onError);
      return key;
    } catch (error) {
      const isBelieved = known?.key !== undefined && isWithin(known.atMs, nowMs, BELIEVED_MS);
      if (isBelieved && isTransient(error)) return known.key;
      throw error;
    }
  }

  #remember(digest: string, entry: Remembered): void {
    this.#known.delete(digest);
    const oldest = this.#known.keys().next().value;
    if (this.#known.size >= REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(digest, entry);
  }
}

function refusal(code: Parameters<typeof problem>[0], detail: string): Verified<DoorClaims> {
  return { ok: false, error: problem(code, detail) };
}
