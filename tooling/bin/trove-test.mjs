#!/usr/bin/env node
/**
 * `npm test`: every test there is, from a clean clone. With names of phases behind it, only
 * those: `npm test -- unit simulation`. At the end each test that failed is named, and each phase
 * that could not run on this machine; the last line says how many tests passed and failed.
 */
import { ensureInstalled } from '../src/install.mjs';
import { runMain, say } from '../src/say.mjs';

await runMain(async () => {
  await ensureInstalled();
  const { runTests } = await import('../src/test/runTests.mjs');
  const { summaryOf } = await import('../src/test/summary.mjs');
  const counts = await runTests(process.argv.slice(2));
  for (const line of summaryOf(counts)) say(line);
  if (counts.failed > 0) process.exitCode = 1;
});
