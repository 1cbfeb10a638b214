#!/usr/bin/env node
/**
 * `npm test`: every test there is, from a clean clone. With names of phases behind it, only
 * those: `npm test -- unit simulation`. The last line says how many passed and
 * failed, and how many phases could not run on this machine.
 */
import { ensureInstalled } from '../src/install.mjs';
import { runMain, say } from '../src/say.mjs';

await runMain(async () => {
  await ensureInstalled();
  const { runTests } = await import('../src/test/runTests.mjs');
  const { passed, failed, skipped } = await runTests(process.argv.slice(2));
  const skips = skipped > 0 ? `, ${skipped} skipped` : '';
  say(`${passed} passed, ${failed} failed${skips}`);
  if (failed > 0) process.exitCode = 1;
});
