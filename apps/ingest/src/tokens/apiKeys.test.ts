import type { KeyStore, StoredKey } from '@trove/db';
import { describe, expect, it } from 'vitest';
import { ApiKeys } from './apiKeys.js';

const KEY: StoredKey = {
  id: '0192f3a0-0000-4000-8000-000000000000',
  name: 'Gate',
  prefix: 'trove_abc',
  source: '/gates/north',
  hunts: ['harbour-night'],
  may: ['send', 'draft'],
  createdBy: 'ada@trove.test',
  createdAt: new Date(0),
  expiresAt: null,
  revokedAt: null,
  revokedBy: null,
  lastUsedAt: null,
};

/** Keys over a store whose answers, and a clock whose time, a test sets. */
function keysOver(first: () => StoredKey | undefined) {
  const seen = { answer: first, nowMs: 1_000, asked: 0, noted: 0 };
  const store: Pick<KeyStore, 'find' | 'noteUse'> = {
    find: async () => {
      seen.asked += 1;
      return seen.answer();
    },
    noteUse: async () => {
      seen.noted += 1;
    },
  };
  const keys = new ApiKeys({
    store: store as KeyStore,
    nowMs: () => seen.nowMs,
    onError: (error) => {
      throw error;
    },
  });
  return { keys, seen };
}

const away = (): never => {
  throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
};

describe('API keys at the door', () => {
  it('speak for their source and hunts, with the rights a door knows', async () => {
    const { keys, seen } = keysOver(() => KEY);
    const verified = await keys.verify('trove_secret');
    expect(verified).toMatchObject({
      ok: true,
      claims: { kind: 'source', sub: '/gates/north', hunts: ['harbour-night'], may: ['send'] },
      key: { id: `key:${KEY.id}`, name: 'Gate' },
    });
    expect(seen.noted).toBe(1);
  });

  it.each<[string, StoredKey | undefined, string]>([
    ['of nobody', undefined, 'token_invalid'],
    ['that was revoked', { ...KEY, revokedAt: new Date(5) }, 'token_invalid'],
    ['that has run out', { ...KEY, expiresAt: new Date(999) }, 'token_expired'],
    ['that is not for the door', { ...KEY, may: ['draft'] }, 'not_permitted'],
  ])('a key %s is refused', async (_, key, code) => {
    const { keys } = keysOver(() => key);
    expect(await keys.verify('trove_secret')).toMatchObject({ ok: false, error: { code } });
  });

  it('are asked for once in a while, so that a revoked one closes soon', async () => {
    const { keys, seen } = keysOver(() => KEY);
    await keys.verify('trove_secret');
    await keys.verify('trove_secret');
    expect(seen.asked).toBe(1);
    seen.nowMs += 5_000;
    seen.answer = () => ({ ...KEY, revokedAt: new Date() });
    expect(await keys.verify('trove_secret')).toMatchObject({ ok: false });
  });

  it('go on for a while without PostgreSQL, and no stranger comes in', async () => {
    const { keys, seen } = keysOver(() => KEY);
    await keys.verify('trove_secret');
    seen.answer = away;
    seen.nowMs += 14 * 60_000;
    expect(await keys.verify('trove_secret')).toMatchObject({ ok: true });
    await expect(keys.verify('trove_another')).rejects.toThrow('away');
    seen.nowMs += 2 * 60_000;
    await expect(keys.verify('trove_secret')).rejects.toThrow('away');
  });
});
