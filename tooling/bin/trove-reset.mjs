#!/usr/bin/env node
/** `npm run reset`: removes the data folder, so that the next start begins afresh. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir } from '../src/paths.mjs';
import { Explained, runMain, say } from '../src/say.mjs';
import { fallbackData } from '../src/servers/postgresFiles.mjs';
import { createRoster } from '../src/start/roster.mjs';
import { isLocked } from '../src/start/startLock.mjs';

await runMain(async () => {
  const folder = dataDir();
  if (await isLocked(folder)) throw new Explained('Trove is running: stop it with Ctrl-C first.');
  if (existsSync(folder)) await createRoster(folder).endLeftovers();
  for (const path of [folder, ...fallbackData(join(folder, 'postgres'))]) {
    if (!existsSync(path)) continue;
    rmSync(path, { recursive: true });
    say(`removed ${path}`);
  }
  say('The next `npm start` begins afresh.');
});
