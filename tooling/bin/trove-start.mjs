#!/usr/bin/env node
/**
 * `npm start` and, with --watch, `npm run dev`: everything from a clean clone to a crowd at play.
 * Only Node's own modules are imported before the packages are installed.
 */
import { parseArgs } from 'node:util';
import { ensureInstalled } from '../src/install.mjs';
import { runMain } from '../src/say.mjs';

await runMain(async () => {
  const { values } = parseArgs({
    options: { watch: { type: 'boolean' }, 'no-crowd': { type: 'boolean' } },
  });
  await ensureInstalled();
  const { start } = await import('../src/start/start.mjs');
  await start({ watch: values.watch === true, crowd: values['no-crowd'] !== true });
});
