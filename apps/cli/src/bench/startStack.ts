/** Starts bench/stack.mjs, a private installation, and makes its hunts. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DoorClient } from '../door/doorClient.js';
import { FailedError } from '../exits.js';
import { benchHunt, benchSlug } from './huntFiles.js';
import { BENCH } from './limits.js';
import type { Stack } from './shapes.js';

const SCRIPT = fileURLToPath(new URL('../../../../bench/stack.mjs', import.meta.url));

export type Durability = 'disk' | 'process';

export interface RunningStack extends Stack {
  readonly hunts: readonly string[];
  stop(): Promise<void>;
}

type Answer = ({ ok: true } & Stack) | { ok: false; error: string };

/** Rejects with the reason when it does not come up; nothing is left running then. */
export async function startStack(durability: Durability): Promise<RunningStack> {
  const args = [String(BENCH.partitions), durability];
  const child = fork(SCRIPT, args, { stdio: ['ignore', 2, 2, 'ipc'] });
  const stop = () => stopped(child);
  try {
    const stack = await ready(child);
    const hunts = await publishHunts(stack);
    return { ...stack, hunts, stop };
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

async function publishHunts({ url, sources }: Stack): Promise<string[]> {
  const [first] = sources;
  if (first === undefined) throw new FailedError('the private installation gave no token');
  const client = new DoorClient({ url, ...first });
  const slugs = Array.from({ length: BENCH.hunts }, (_, index) => benchSlug(index));
  for (const slug of slugs) await client.publish(slug, benchHunt(slug));
  return slugs;
}
