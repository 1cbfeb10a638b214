/**
 * Secrets of a local installation: made once, kept in the data folder for its owner alone.
 * They start with `dev-`, which production refuses, so they cannot wander onto a server.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TOKEN_DAYS = 90;
const DAY_S = 86_400;

const makeSecret = () => `dev-${randomBytes(36).toString('base64url')}`;

/**
 * @param {string} dataDir
 * @returns {{tokenSecret: string, authSecret: string, postgresPassword: string}}
 */
export function readSecrets(dataDir) {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const secrets = {
    tokenSecret: makeSecret(),
    authSecret: makeSecret(),
    postgresPassword: randomBytes(18).toString('base64url'),
  };
  writePrivate(file, JSON.stringify(secrets, null, 2));
  return secrets;
}

/**
 * Leaves what the command line needs: the door's address and a source token, and where the
 * archive, its manifest and the quarantine are.
 */
export async function writeCliAccess({ dataDir, url, tokenSecret, ...servers }) {
  const { SignJWT } = await import('jose');
  const claims = { kind: 'source', hunts: ['*'], may: ['send', 'publish', 'operate'] };
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('/cli')
    .setAudience('trove-door')
    .setExpirationTime(Math.floor(Date.now() / 1000) + TOKEN_DAYS * DAY_S)
    .sign(new TextEncoder().encode(tokenSecret));
  writePrivate(join(dataDir, 'cli.json'), JSON.stringify({ url, token, ...servers }));
  return token;
}

/** Writes a file that only its owner can read, also when it was there before. */
function writePrivate(file, text) {
  writeFileSync(file, `${text}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
}
