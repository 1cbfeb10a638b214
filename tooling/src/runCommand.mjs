/** Runs another program to its end and collects what it printed. */
import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';
import { Explained } from './say.mjs';

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number,
 *   onOutput?: (text: string) => void}} [options]
 * @returns {Promise<{code: number, output: string}>} never rejects: a program that cannot be
 *   started has the code 127. Standard input is closed, so nothing can wait for an answer.
 */
export function runCommand(command, args, options = {}) {
  const { cwd = ROOT, env = process.env, uid, gid, onOutput } = options;
  const child = spawn(command, args, { cwd, env, uid, gid, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const collect = (chunk) => {
    output += chunk;
    onOutput?.(String(chunk));
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 127, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** As runCommand, but a program that fails is an explained error with the end of its output. */
export async function mustRun(command, args, options = {}) {
  const { code, output } = await runCommand(command, args, options);
  if (code === 0) return output;
  const tail = output.trimEnd().split('\n').slice(-25).join('\n');
  throw new Explained(`${[command, ...args].join(' ')} failed with ${code}:\n${tail}`);
}

/** Whether a program is on PATH; its path, else undefined. */
export async function onPath(name) {
  const { code, output } = await runCommand('sh', ['-c', `command -v ${name}`]);
  return code === 0 ? output.trim() : undefined;
}
