/** Starts bench/stack.mjs, a private installation, and makes its hunts. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DOOR_AUDIENCE } from '@trove/contracts';
import { SignJWT } from 'jose';
import { DoorClient } from '../door/doorClient.js';
import { FailedError } from '../exits.js';
import { benchHunt, benchSlug } from './huntFiles.js';
import { BENCH } from './limits.js';
import type { SourceToken, Stack } from './shapes.js';

/** The checkout this program was built from. */
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

export type Durability = 'disk' | 'process';

export interface RunningStack extends Stack {
  readonly hunts: readonly string[];
  /** Each may send to and publish every hunt of this installation. */
  readonly sources: readonly SourceToken[];
  stop(): Promise<void>;
}

const MAY = ['send', 'publish'];

type Answer = ({ ok: true } & Stack) | { ok: false; error: string };

export interface Started {
  /** A built checkout; this one unless given. */
  readonly root?: string | undefined;
  /** Hunts and tokens as the first checkouts understand them. */
  readonly isPlain?: boolean;
  readonly partitions?: number;
}

/**
 * Starts what a built checkout holds. Rejects with the reason when it does not come up;
 * nothing is left running then.
 */
export async function startStack(
  durability: Durability,
  { root = ROOT, isPlain = false, partitions = BENCH.partitions }: Started = {},
): Promise<RunningStack> {
  const args = [String(partitions), durability];
  const script = join(root, 'bench/stack.mjs');
  const child = fork(script, args, { cwd: root, stdio: ['ignore', 2, 2, 'ipc'] });
  const stop = () => stopped(child);
  try {
    const stack = await ready(child);
    const sources = await tokensFor(stack.secret, isPlain);
    const hunts = await publishHunts(stack, sources, isPlain);
    return { ...stack, sources, hunts, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function ready(child: ChildProcess): Promise<Stack> {
  return new Promise((resolve, reject) => {
    child.once('message', (answer: Answer) => {
      if (answer.ok) resolve(answer);
      else reject(new FailedError(`the private installation did not start: ${answer.error}`));
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new FailedError(`the private installation ended with ${code}`));
    });
  });
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (child.connected) child.disconnect();
  await gone;
}

function tokensFor(secret: string, isPlain: boolean): Promise<SourceToken[]> {
  const key = new TextEncoder().encode(secret);
  const sources = Array.from({ length: BENCH.sources }, (_, number) => `/bench/${number}`);
  const claims = { kind: 'source', hunts: ['*'], may: isPlain ? MAY : [...MAY, 'operate'] };
  const sign = (source: string) => {
    const token = new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setSubject(source);
    return token.setAudience(DOOR_AUDIENCE).setExpirationTime('1 day').sign(key);
  };
  return Promise.all(sources.map(async (source) => ({ source, token: await sign(source) })));
}

async function publishHunts(
  { url }: Stack,
  sources: readonly SourceToken[],
  isPlain: boolean,
): Promise<string[]> {
  const [first] = sources;
  if (first === undefined) throw new FailedError('there is no source to publish as');
  const client = new DoorClient({ url, ...first });
  const slugs = Array.from({ length: BENCH.hunts }, (_, index) => benchSlug(index));
  for (const slug of slugs) await client.publish(slug, benchHunt(slug, isPlain));
  return slugs;
}
