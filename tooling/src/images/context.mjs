/** What a build sees of the repository: what git knows, without what .dockerignore leaves out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';
import { runCommand } from '../runCommand.mjs';

/** @returns {Promise<string[]>} paths below the root */
export async function contextFiles() {
  const { output } = await runCommand('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: ROOT,
  });
  const isIgnored = ignoring(readFileSync(join(ROOT, '.dockerignore'), 'utf8'));
  return output.split('\n').filter((path) => path !== '' && !isIgnored(path));
}

/** @param {string} text of a .dockerignore: names at the root, or anywhere behind two stars */
export function ignoring(text) {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const rules = lines.map((line) => {
    const name = line.replace(/^\*\*\//, '');
    const pattern = name.replace(/[.]/g, '\\.').replaceAll('*', '[^/]*');
    return new RegExp(`${line.startsWith('**/') ? '(^|/)' : '^'}${pattern}(/|$)`);
  });
  return (path) => rules.some((rule) => rule.test(path));
}
