/** Runs another program to its end and collects what it printed. */
import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';
import { Explained } from './say.mjs';
import { killGroup } from './servers/serverProcess.mjs';

const SHOWN_LINES = 25;

/**
 * A program that runs, with all it has started itself.
 *
 * @typedef {{ended: Promise<unknown>, signal: (signal: NodeJS.Signals) => void}} Program
 */

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number,
 *   onOutput?: (text: string) => void, adopt?: (program: Program) => void}} [options]
 *   adopt: gets the program to end it, as then no Ctrl-C of the terminal reaches it any more
 * @returns {Promise<{code: number, output: string}>} never rejects: a program that cannot be
 *   started has the code 127. Standard input is closed, so nothing can wait for an answer.
 */
export function runCommand(command, args, options = {}) {
  const { cwd = ROOT, env = process.env, uid, gid, onOutput, adopt } = options;
  const child = spawn(command, args, {
    ...{ cwd, env, uid, gid },
    detached: adopt !== undefined,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk) => {
    output += chunk;
    onOutput?.(String(chunk));
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 127, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
  adopt?.({ ended, signal: (signal) => killGroup(child.pid, signal) });
  return ended;
}

/** As runCommand, but a program that fails is an explained error with the end of its output. */
export async function mustRun(command, args, options = {}) {
  const { code, output } = await runCommand(command, args, options);
  if (code === 0) return output;
  throw new Explained(`${[command, ...args].join(' ')} failed with ${code}:\n${endsOf(output)}`);
}

/** The first and the last lines of an output: some tools explain first, others last. */
function endsOf(output) {
  const lines = output.trim().split('\n');
  if (lines.length <= 2 * SHOWN_LINES) return lines.join('\n');
  return [...lines.slice(0, SHOWN_LINES), '…', ...lines.slice(-SHOWN_LINES)].join('\n');
}

/** Whether a program is on PATH; its path, else undefined. */
export async function onPath(name) {
  const { code, output } = await runCommand('sh', ['-c', `command -v ${name}`]);
  return code === 0 ? output.trim() : undefined;
}
