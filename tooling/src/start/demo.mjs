/** The demo hunt and the crowd that plays it, both by way of the command line. */
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';
import { mustRun } from '../runCommand.mjs';
import { supervise } from './supervise.mjs';

const TROVE = join(ROOT, 'apps/cli/bin/trove.js');
const HUNT = 'harbour-night';
const CROWD = { rate: 40, players: 60 };

/** @param {NodeJS.ProcessEnv} env with TROVE_URL and TROVE_TOKEN */
export async function publishDemoHunt(env) {
  const file = join(ROOT, `examples/hunts/${HUNT}.yaml`);
  await mustRun(process.execPath, [TROVE, 'hunt', 'publish', file, '--json'], { env });
}

/** Plays until it is stopped. */
export function startCrowd(env, home) {
  const args = [TROVE, 'simulate', '--forever', '--hunt', HUNT];
  const options = Object.entries(CROWD).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const app = { name: 'crowd', command: process.execPath, args: [...args, ...options], cwd: ROOT };
  return supervise({ ...app, env }, home);
}
