/** Builds what has changed; turbo knows from hashes of the sources what that is. */
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';
import { mustRun } from '../runCommand.mjs';
import { wait } from '../say.mjs';

/** No tool we run may report anything to its makers. */
export const QUIET_TOOLS = {
  NEXT_TELEMETRY_DISABLED: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
};

/**
 * @param {string[]} [only] filters of turbo; without any, everything is built
 * @param {ReturnType<typeof import('./lifetime.mjs').createLifetime>} [lifetime] the build ends
 *   with it
 */
export async function build(only = [], lifetime) {
  const filters = only.map((filter) => `--filter=${filter}`);
  const args = ['run', 'build', '--output-logs=errors-only', ...filters];
  // The apps' own environment must not leak into the build, whose cache would then differ.
  const { NODE_ENV: _, ...env } = process.env;
  await wait('building what has changed', async () => {
    await mustRun(join(ROOT, 'node_modules/.bin/turbo'), args, {
      env: { ...env, ...QUIET_TOOLS, CI: '1' },
      adopt: lifetime?.adopt,
    });
  });
}
