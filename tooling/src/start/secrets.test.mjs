/** Secrets are made once, for one reader, and marked as being of no use in production. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSecrets, writeCliAccess } from './secrets.mjs';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'trove-secrets-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const modeOf = (name) => statSync(join(dataDir, name)).mode & 0o777;

describe('secrets', () => {
  it('are the same at the second start, and only their owner can read them', () => {
    const secrets = readSecrets(dataDir);
    expect(readSecrets(dataDir)).toEqual(secrets);
    expect(secrets.tokenSecret).toMatch(/^dev-.{40,}$/);
    expect(modeOf('secrets.json')).toBe(0o600);
  });

  it('sign a source token for the command line', async () => {
    const { tokenSecret } = readSecrets(dataDir);
    const more = { databaseUrl: 'postgresql://127.0.0.1/trove', archiveDir: '/archive' };
    await writeCliAccess({ dataDir, url: 'http://127.0.0.1:4000', tokenSecret, ...more });
    const { url, token } = JSON.parse(readFileSync(join(dataDir, 'cli.json'), 'utf8'));
    const key = new TextEncoder().encode(tokenSecret);
    const { payload } = await jwtVerify(token, key, { audience: 'trove-door' });
    expect(url).toBe('http://127.0.0.1:4000');
    expect(payload).toMatchObject({
      sub: '/cli',
      kind: 'source',
      may: ['send', 'publish', 'operate'],
    });
    expect(modeOf('cli.json')).toBe(0o600);
  });
});
