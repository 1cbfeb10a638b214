/** Where the repository and its data folder are. Uses nothing but Node, so it runs uninstalled. */
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** The folder that holds servers' data, secrets and logs: TROVE_DATA_DIR, else `.data`. */
export function dataDir() {
  const wanted = process.env.TROVE_DATA_DIR || '.data';
  return isAbsolute(wanted) ? wanted : join(ROOT, wanted);
}
