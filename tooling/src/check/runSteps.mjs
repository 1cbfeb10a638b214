/** Runs steps side by side, two at a time, and tells of each in one line when it has ended. */
import { runCommand } from '../runCommand.mjs';
import { say } from '../say.mjs';
import { QUIET_TOOLS } from '../start/build.mjs';

const AT_ONCE = 2;
const OUTPUT_LINES = 200;

/**
 * @param {import('./steps.mjs').Step[]} steps
 * @returns {Promise<string[]>} the names of the steps that failed or could not run
 */
export async function runSteps(steps) {
  const waiting = [...steps];
  const passed = new Set();
  const failed = [];
  const running = new Set();
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex(({ after = [] }) => after.every((name) => passed.has(name)));
    if (next >= 0 && running.size < AT_ONCE) {
      const [step] = waiting.splice(next, 1);
      const run = runStep(step).then((ok) => {
        running.delete(run);
        if (ok) passed.add(step.name);
        else failed.push(step.name);
      });
      running.add(run);
    } else if (running.size > 0) {
      await Promise.race(running);
    } else {
      for (const { name } of waiting.splice(0)) {
        say(`- ${name}: not run, because what it reads could not be built`);
        failed.push(name);
      }
    }
  }
  return failed;
}

/** @param {import('./steps.mjs').Step} step */
async function runStep({ name, command, args, cwd }) {
  const from = performance.now();
  const env = { ...process.env, ...QUIET_TOOLS, NO_COLOR: '1', FORCE_COLOR: '0' };
  const { code, output } = await runCommand(command, args, { cwd, env });
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  say(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (code !== 0) say(output.trimEnd().split('\n').slice(-OUTPUT_LINES).join('\n'));
  return code === 0;
}
