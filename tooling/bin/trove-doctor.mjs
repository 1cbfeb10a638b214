#!/usr/bin/env node
/** `npm run doctor`: what is there, what is missing, and the one command that mends it. */
import { CHECKS } from '../src/doctor/checks.mjs';
import { diagnose } from '../src/doctor/diagnose.mjs';
import { runMain, say } from '../src/say.mjs';

await runMain(async () => {
  let ill = 0;
  for await (const { name, needed, found, mend } of diagnose(CHECKS)) {
    if (mend !== undefined && needed) ill += 1;
    const mark = mend === undefined ? '✓' : needed ? '✗' : '–';
    say(`${mark} ${name}: ${found}${mend === undefined ? '' : `\n    mend: ${mend}`}`);
  }
  say(ill === 0 ? '\nNothing needed is missing: npm start' : `\n${ill} to mend`);
  if (ill > 0) process.exitCode = 1;
});
