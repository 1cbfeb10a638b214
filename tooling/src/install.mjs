/** Makes node_modules agree with package-lock.json, and does nothing when it does already. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { mustRun } from './runCommand.mjs';
import { Explained, wait } from './say.mjs';

const NODE_AT_LEAST = [20, 19];

/** Refuses a Node.js that is too old, with what to do about it. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [needMajor, needMinor] = NODE_AT_LEAST;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  const need = NODE_AT_LEAST.join('.');
  throw new Explained(`Node ${process.versions.node} is too old: install ${need} or newer.`);
}

/** Whether every package of package-lock.json stands in node_modules in its version. */
export function isInstalled(root = ROOT) {
  const placed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(placed)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(readFileSync(placed, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') || entry.optional || entry.devOptional) return true;
    return found[path] !== undefined && found[path].version === entry.version;
  });
}

/** Installs what is missing. Rejects with npm's own words when it cannot. */
export async function ensureInstalled() {
  checkNode();
  if (isInstalled()) return;
  const isFresh = !existsSync(join(ROOT, 'node_modules'));
  const args = [isFresh ? 'ci' : 'install', '--include=dev', '--no-audit', '--no-fund'];
  await wait(`npm ${args[0]} (the packages of package-lock.json)`, async () => {
    await mustRun('npm', args);
  });
}
