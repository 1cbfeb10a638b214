/** The demo hunt, published where there is none of its name, and the crowd that plays it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';
import { supervise } from './supervise.mjs';

const TROVE = join(ROOT, 'apps/cli/bin/trove.js');
const HUNT = 'harbour-night';
const CROWD = { rate: 40, players: 60 };

const CALL_MS = 30_000;

/**
 * Publishes the demo hunt, unless the door knows a hunt of this name: that one is the operator's,
 * and stays as it is.
 *
 * @param {{url: string, token: string}} door
 * @returns {Promise<{isLive: true, is: 'new' | 'kept'} | {isLive: false, why: string}>}
 */
export async function publishDemoHunt(door) {
  const known = await call(door, '/definition');
  if (known.status === 200) return { isLive: true, is: 'kept' };
  if (known.status !== 404) return { isLive: false, why: known.why };
  const published = await call(door, '', {
    method: 'PUT',
    // No version may be there: one that only PostgreSQL remembers is not overwritten either.
    headers: { 'content-type': 'application/yaml', 'if-match': '"0"' },
    body: readFileSync(join(ROOT, `examples/hunts/${HUNT}.yaml`), 'utf8'),
  });
  if (published.status < 300) return { isLive: true, is: 'new' };
  return { isLive: false, why: published.why };
}

/**
 * @param {{url: string, token: string}} door
 * @param {string} path below the hunt's
 * @param {{method?: string, headers?: Record<string, string>, body?: string}} [request]
 */
async function call({ url, token }, path, request = {}) {
  const headers = { ...request.headers, authorization: `Bearer ${token}` };
  try {
    const signal = AbortSignal.timeout(CALL_MS);
    const reply = await fetch(`${url}/v1/hunts/${HUNT}${path}`, { ...request, headers, signal });
    const { code, detail } = await reply.json();
    return { status: reply.status, why: `${code ?? reply.status}: ${detail ?? ''}` };
  } catch (error) {
    return { status: 0, why: `no answer from ${url}: ${error.message}` };
  }
}

/** Plays until it is stopped. */
export function startCrowd(env, home) {
  const args = [TROVE, 'simulate', '--forever', '--hunt', HUNT];
  const options = Object.entries(CROWD).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const app = { name: 'crowd', command: process.execPath, args: [...args, ...options], cwd: ROOT };
  return supervise({ ...app, env }, home);
}
