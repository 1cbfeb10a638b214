/** The promises of parseEnv: empty is unset, files stand in, secrets stay secret. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseEnv, listenEnv, pipelineEnv, redisEnv, tokenEnv } from './fragments.js';
import { parseEnv } from './parseEnv.js';

const longSecret = 'a-secret-of-more-than-thirty-two-characters';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trove-env-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('parseEnv', () => {
  it('types, defaults and freezes what it reads', () => {
    const parsed = parseEnv({ ...listenEnv(4000), ...pipelineEnv }, { TROVE_PARTITIONS: '8' });
    expect(parsed).toEqual({
      ok: true,
      env: { HOST: '127.0.0.1', PORT: 4000, TROVE_PARTITIONS: 8, TROVE_DURABILITY: 'disk' },
    });
    expect(parsed.ok && Object.isFrozen(parsed.env)).toBe(true);
  });

  it('takes an empty value as unset', () => {
    const parsed = parseEnv(listenEnv(4000), { PORT: '', HOST: '' });
    expect(parsed.ok && parsed.env.PORT).toBe(4000);
  });

  it('names every variable that is missing or wrong, and shows no value', () => {
    const parsed = parseEnv({ ...redisEnv, ...databaseEnv }, { DATABASE_URL: 'mysql://hidden' });
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.mistakes.map((mistake) => mistake.name)).toEqual(['REDIS_URL', 'DATABASE_URL']);
    expect(JSON.stringify(parsed.mistakes)).not.toContain('hidden');
  });

  it('reads a variable from the file that its _FILE twin names', () => {
    const file = join(folder, 'secret');
    writeFileSync(file, `${longSecret}\n`);
    const parsed = parseEnv(tokenEnv, { TROVE_TOKEN_SECRET_FILE: file });
    expect(parsed).toEqual({ ok: true, env: { TROVE_TOKEN_SECRET: longSecret } });
  });

  it('says so when that file cannot be read', () => {
    const parsed = parseEnv(tokenEnv, { TROVE_TOKEN_SECRET_FILE: join(folder, 'none') });
    expect(parsed.ok ? [] : parsed.mistakes.map((mistake) => mistake.wrong)).toEqual([
      'the file that TROVE_TOKEN_SECRET_FILE names cannot be read',
    ]);
  });

  it('refuses a development secret in production, unless the local start allows it', () => {
    const source = { TROVE_TOKEN_SECRET: `dev-${longSecret}`, NODE_ENV: 'production' };
    expect(parseEnv(tokenEnv, source).ok).toBe(false);
    expect(parseEnv(tokenEnv, { ...source, NODE_ENV: 'test' }).ok).toBe(true);
    expect(parseEnv(tokenEnv, { ...source, TROVE_ALLOW_DEV_SECRETS: '1' }).ok).toBe(true);
  });

  it('refuses a short secret', () => {
    expect(parseEnv(tokenEnv, { TROVE_TOKEN_SECRET: 'short' }).ok).toBe(false);
  });
});
