#!/usr/bin/env node
/**
 * `npm run check`: format, types, lint, import rules, dead code, tidy and the unit tests, in
 * under a minute on two cores. Exits 0 only when all of them pass.
 */
import { runSteps } from '../src/check/runSteps.mjs';
import { checkSteps } from '../src/check/steps.mjs';
import { ensureInstalled } from '../src/install.mjs';
import { runMain, say } from '../src/say.mjs';

await runMain(async () => {
  const from = performance.now();
  await ensureInstalled();
  const steps = checkSteps();
  const failed = await runSteps(steps);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  say(`\n${steps.length - failed.length} of ${steps.length} checks passed in ${seconds} s`);
  if (failed.length > 0) process.exitCode = 1;
});
