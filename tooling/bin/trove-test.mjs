#!/usr/bin/env node
/**
 * `npm test`: every test there is, from a clean clone. With names of phases behind it, only
 * those: `npm test -- unit simulation`. At the end each test that failed is named, and the last
 * line says how many passed and failed, and how many phases could not run on this machine.
 */
import { ensureInstalled } from '../src/install.mjs';
import { runMain, say } from '../src/say.mjs';

await runMain(async () => {
  await ensureInstalled();
  const { runTests } = await import('../src/test/runTests.mjs');
  const { passed, failed, skipped, failures } = await runTests(process.argv.slice(2));
  for (const failure of failures) say(`failed: ${failure}`);
  const skips = skipped > 0 ? `, ${skipped} skipped` : '';
  say(`${passed} passed, ${failed} failed${skips}`);
  if (failed > 0) process.exitCode = 1;
});
