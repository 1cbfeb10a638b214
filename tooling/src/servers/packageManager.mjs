/** Installs a program through the system's own package manager, where that is possible. */
import { onPath, runCommand } from '../runCommand.mjs';
import { Explained, say, wait } from '../say.mjs';

/** How each manager installs, in the order in which they are looked for. */
const MANAGERS = [
  { name: 'apt-get', refresh: ['update'], install: ['install', '-y', '--no-install-recommends'] },
  { name: 'dnf', install: ['install', '-y'] },
  { name: 'apk', install: ['add', '--no-cache'] },
  { name: 'brew', install: ['install'], asUser: true },
];

/**
 * Installs a package under the name it has for the manager at hand.
 *
 * @param {{what: string, names: Record<string, string | string[]>, byHand: string}} wanted what:
 *   for people; names: package by manager, or several of which the first that is to be had is
 *   enough; byHand: the sentence that says what a person can do instead
 */
export async function installPackage({ what, names, byHand }) {
  const manager = await findManager(names);
  if (manager === undefined) throw new Explained(`${what} is missing. ${byHand}`);
  const prefix = manager.asUser ? [] : await rootPrefix();
  if (prefix === undefined) {
    throw new Explained(`${what} is missing, and installing it takes root. ${byHand}`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (args) => {
    const [command, ...rest] = [...prefix, manager.name, ...args];
    return runCommand(command, rest, { env });
  };
  const packages = [names[manager.name]].flat();
  await wait(`${what} (${manager.name} install ${packages.join(' or ')})`, async () => {
    if (manager.refresh) await run(manager.refresh);
    const said = [];
    for (const name of packages) {
      const { code, output } = await run([...manager.install, ...name.split(' ')]);
      if (code === 0) return;
      said.push(output.trimEnd().split('\n').slice(-10).join('\n'));
    }
    say(said.join('\n'));
    throw new Explained(`${manager.name} could not install ${what}. ${byHand}`);
  });
}

/**
 * The command that installs a package by hand, on this machine; undefined where no manager has it.
 *
 * @param {Record<string, string | string[]>} names as of installPackage
 */
export async function installCommand(names) {
  const manager = await findManager(names);
  if (manager === undefined) return undefined;
  const sudo = manager.asUser || process.getuid?.() === 0 ? [] : ['sudo'];
  const [name] = [names[manager.name]].flat();
  const steps = [manager.refresh, [...manager.install, name]].filter((step) => step !== undefined);
  return steps.map((step) => [...sudo, manager.name, ...step].join(' ')).join(' && ');
}

async function findManager(names) {
  for (const manager of MANAGERS) {
    if (names[manager.name] && (await onPath(manager.name))) return manager;
  }
  return undefined;
}

/** Nothing for root, `sudo -n` where it asks no password, else undefined. */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const { code } = await runCommand('sudo', ['-n', 'true']);
  return code === 0 ? ['sudo', '-n'] : undefined;
}
