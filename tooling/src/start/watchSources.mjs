/**
 * For `npm run dev`: compiles packages and apps whenever their sources change. ingest and worker
 * restart when what they import has changed; the console compiles itself.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';
import { supervise } from './supervise.mjs';

export function watchSources(home) {
  const projects = ['packages', 'apps']
    .flatMap((hall) => readdirSync(join(ROOT, hall)).map((room) => join(ROOT, hall, room)))
    .filter((room) => existsSync(join(room, 'tsconfig.json')) && !room.endsWith('/console'));
  const args = ['-b', '--watch', '--preserveWatchOutput', ...projects];
  const command = join(ROOT, 'node_modules/.bin/tsc');
  return supervise({ name: 'compiler', command, args, cwd: ROOT, env: process.env }, home);
}
