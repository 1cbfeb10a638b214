#!/usr/bin/env node
/**
 * `npm run images`: does by hand what the Dockerfiles say and starts what comes out of it, where
 * there is no container engine. With names behind it (`npm run images -- worker`) only builds
 * those.
 */
import { ensureInstalled } from '../src/install.mjs';
import { runMain, say } from '../src/say.mjs';

await runMain(async () => {
  await ensureInstalled();
  const { runImages } = await import('../src/images/runImages.mjs');
  await runImages(process.argv.slice(2));
  say('\nAll images build and work by hand. No container engine was used: users, layers, networks');
  say('and docker-compose.yml itself were not run.');
});
