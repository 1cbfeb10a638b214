/**
 * What an installation needs, each with the one command that mends it. A check answers what it
 * found; one that finds something missing also answers `mend`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode, isInstalled } from '../install.mjs';
import { dataDir, ROOT } from '../paths.mjs';
import { onPath } from '../runCommand.mjs';
import { faultOfRedis } from '../servers/givenRedis.mjs';
import { installCommand } from '../servers/packageManager.mjs';
import { hasPostgresUser, nativeFolder } from '../servers/postgresFiles.mjs';
import { BROWSER_PACKAGES, lookForBrowser } from '../servers/provisionBrowser.mjs';
import { PROMTOOL_PACKAGES } from '../servers/provisionPromtool.mjs';
import { lookForRedis, REDIS_PACKAGES } from '../servers/provisionRedis.mjs';
import { hasProc } from '../start/processIdentity.mjs';
import { isLocked } from '../start/startLock.mjs';

/**
 * @typedef {{found: string, mend?: string}} Diagnosis
 * @typedef {{name: string, needed: boolean, look: () => Promise<Diagnosis>}} Check
 */

const GIT_PACKAGES = { 'apt-get': 'git', dnf: 'git', apk: 'git', brew: 'git' };
const PS_PACKAGES = { 'apt-get': 'procps', dnf: 'procps-ng', apk: 'procps' };

/** @type {Check[]} */
export const CHECKS = [
  { name: 'Node.js', needed: true, look: lookAtNode },
  { name: 'packages', needed: true, look: lookAtPackages },
  { name: 'build', needed: false, look: lookAtBuild },
  { name: 'Redis', needed: true, look: lookAtRedis },
  { name: 'PostgreSQL', needed: true, look: lookAtPostgres },
  { name: 'processes', needed: true, look: lookAtProcesses },
  { name: 'browser for tests', needed: false, look: lookAtBrowser },
  { name: 'promtool for tests', needed: false, look: lookAtPromtool },
  { name: 'git', needed: false, look: lookAtGit },
  { name: 'data', needed: false, look: lookAtData },
];

async function lookAtNode() {
  try {
    checkNode();
    return { found: process.versions.node };
  } catch (error) {
    return { found: error.message, mend: 'install Node 20.19 or newer from nodejs.org' };
  }
}

async function lookAtPackages() {
  if (isInstalled()) return { found: 'as package-lock.json says' };
  return { found: 'some are missing or of another version', mend: 'npm ci' };
}

async function lookAtBuild() {
  const parts = ['ingest/dist/main.js', 'worker/dist/main.js', 'console/.next/BUILD_ID'];
  const missing = parts.filter((part) => !existsSync(join(ROOT, 'apps', part)));
  if (missing.length === 0) return { found: 'present' };
  return { found: `without ${missing.join(', ')}`, mend: 'npm run build' };
}

async function lookAtRedis() {
  const given = process.env.REDIS_URL;
  if (given) return lookAtGivenRedis(given);
  const path = await lookForRedis();
  if (path !== undefined) return { found: path };
  const byHand = 'install redis-server or valkey-server, or set REDIS_URL';
  const mend = (await installCommand(REDIS_PACKAGES)) ?? byHand;
  return { found: 'neither redis-server nor valkey-server on PATH', mend };
}

async function lookAtGivenRedis(url) {
  // Redis is asked by a package, which a fresh clone has not yet.
  const canAsk = await import('ioredis').then(Boolean, () => false);
  if (!canAsk) return { found: 'not asked: packages are missing', mend: 'npm ci' };
  const fault = await faultOfRedis(url, process.env.TROVE_DURABILITY || undefined);
  return fault ?? { found: 'REDIS_URL answers, and keeps what TROVE_DURABILITY promises' };
}

async function lookAtPostgres() {
  if (process.env.DATABASE_URL) return lookAtGivenPostgres(process.env.DATABASE_URL);
  try {
    nativeFolder();
    return await lookAtPostgresUser();
  } catch (error) {
    return { found: error.message, mend: 'npm ci, or set DATABASE_URL' };
  }
}

/** PostgreSQL refuses to run as root; a start makes another user for it where `useradd` is. */
async function lookAtPostgresUser() {
  if (process.getuid?.() !== 0) return { found: 'embedded' };
  if ((await hasPostgresUser()) || (await onPath('useradd'))) {
    return { found: 'embedded, run by the user postgres' };
  }
  const mend = 'addgroup -S postgres && adduser -S -G postgres postgres';
  return { found: 'embedded, but it does not run as root and no user postgres is there', mend };
}

async function lookAtGivenPostgres(url) {
  // PostgreSQL is asked by a package, which a fresh clone has not yet.
  const canAsk = await import('pg').then(Boolean, () => false);
  if (!canAsk) return { found: 'not asked: packages are missing', mend: 'npm ci' };
  const { connects } = await import('../servers/provisionPostgres.mjs');
  if (await connects(url)) return { found: 'DATABASE_URL answers' };
  const mend = 'start that PostgreSQL, or unset DATABASE_URL';
  return { found: 'DATABASE_URL does not answer', mend };
}

/** Without these a second start would take the first for dead. */
async function lookAtProcesses() {
  if (hasProc()) return { found: 'told by /proc' };
  const path = await onPath('ps');
  if (path !== undefined) return { found: path };
  const mend = (await installCommand(PS_PACKAGES)) ?? 'install the program ps';
  return { found: 'neither /proc nor the program ps', mend };
}

async function lookAtBrowser() {
  const path = await lookForBrowser();
  if (path !== undefined) return { found: path };
  const mend = (await installCommand(BROWSER_PACKAGES)) ?? 'npx playwright install chromium';
  return { found: 'none', mend };
}

async function lookAtPromtool() {
  const path = await onPath('promtool');
  if (path !== undefined) return { found: path };
  const mend = (await installCommand(PROMTOOL_PACKAGES)) ?? 'install promtool of Prometheus';
  return { found: 'none: npm test leaves out what needs it', mend };
}

async function lookAtGit() {
  const path = await onPath('git');
  if (path !== undefined) return { found: path };
  return { found: 'none', mend: (await installCommand(GIT_PACKAGES)) ?? 'install git' };
}

async function lookAtData() {
  const folder = dataDir();
  if (!existsSync(folder)) return { found: 'none yet: npm start makes it' };
  return { found: `${folder}, ${(await isLocked(folder)) ? 'in use' : 'not in use'}` };
}
