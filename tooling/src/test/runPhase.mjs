/** Runs one phase, shows its output as it comes, and counts honestly. */
import { runCommand } from '../runCommand.mjs';
import { say } from '../say.mjs';

/**
 * A phase that fails without a failed test (it could not be loaded, ran nothing, or wrote no
 * report) counts as one failure; of one that cannot run here the reason is shown, and none counts.
 *
 * @param {import('./phases.mjs').Phase} phase
 * @param {ReturnType<typeof import('../start/lifetime.mjs').createLifetime>} lifetime the phase's
 *   processes end with it
 * @returns {Promise<import('./phases.mjs').Report>}
 */
export async function runPhase({ name, command, args, cwd, env, report, skip }, lifetime) {
  say(`\n── ${name}`);
  if (skip !== undefined) {
    say(`── ${name}: skipped. ${skip}`);
    return { passed: 0, failed: 0, failures: [] };
  }
  const from = performance.now();
  const onOutput = (text) => process.stdout.write(text);
  const { adopt } = lifetime;
  const { code } = await runCommand(command, args, { cwd, env, onOutput, adopt });
  const counts = honest(read(report), code);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  say(`── ${name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  return counts;
}

function read(report) {
  try {
    return report();
  } catch {
    return { passed: 0, failed: 0, failures: [] };
  }
}

/** @returns {import('./phases.mjs').Report} */
export function honest({ passed, failed, failures }, code) {
  const isUnexplained = failed === 0 && (code !== 0 || passed === 0);
  if (!isUnexplained) return { passed, failed, failures };
  const why = failures.length > 0 ? failures : [`ended with ${code} after ${passed} tests`];
  return { passed, failed: 1, failures: why };
}
