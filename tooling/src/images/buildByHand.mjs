/**
 * Does by hand what a Dockerfile says, each stage in an empty folder of its own: for machines
 * without a container engine. It stands for the engine only as far as Node programs go: there is
 * no other user, no other file system and no other Node than this machine's.
 */
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../paths.mjs';
import { runCommand } from '../runCommand.mjs';
import { Explained, say, wait } from '../say.mjs';
import { contextFiles } from './context.mjs';
import { readDockerfile } from './readDockerfile.mjs';

/**
 * @typedef {{root: string, cwd: string, env: Record<string, string>, cmd: string[],
 *   healthcheck?: string[]}} Built  root: the stage's folder; cwd: where its programs run
 */

/**
 * @param {{dockerfile: string, folder: string}} options dockerfile: below the root; folder: empty
 * @returns {Promise<Built>} the last stage
 */
export async function buildByHand({ dockerfile, folder }) {
  /** @type {Map<string, Built>} */
  const built = new Map();
  let last;
  for (const { name, from, instructions } of readDockerfile(join(ROOT, dockerfile))) {
    last = begin(join(folder, name), built.get(from), from);
    built.set(name, last);
    for (const instruction of instructions) await obey(instruction, { stage: last, built, name });
  }
  if (last === undefined) throw new Explained(`${dockerfile} has no stage`);
  return last;
}

/** @returns {Built} */
function begin(root, base, from) {
  if (base === undefined && !from.startsWith(`node:${process.versions.node.split('.')[0]}.`)) {
    throw new Explained(`${from} is not the Node of this machine, ${process.version}`);
  }
  mkdirSync(root, { recursive: true });
  if (base === undefined) return { root, cwd: root, env: {}, cmd: [] };
  cpSync(base.root, root, { recursive: true, verbatimSymlinks: true });
  const cwd = join(root, base.cwd.slice(base.root.length));
  return { root, cwd, env: { ...base.env }, cmd: base.cmd };
}

async function obey({ keyword, text, flags }, { stage, built, name }) {
  switch (keyword) {
    case 'WORKDIR':
      stage.cwd = join(stage.root, text);
      mkdirSync(stage.cwd, { recursive: true });
      return;
    case 'ENV':
      for (const pair of text.split(/\s+/)) {
        const [key, value] = pair.split('=');
        stage.env[key] = value;
      }
      return;
    case 'COPY':
      await copy(text, {
        stage,
        from: flags.from === undefined ? undefined : built.get(flags.from),
      });
      return;
    case 'RUN':
      await wait(`${name}: ${text}`, () => run(text, stage));
      return;
    case 'HEALTHCHECK':
      stage.healthcheck = JSON.parse(text.slice(text.indexOf('[')));
      return;
    case 'CMD':
      stage.cmd = JSON.parse(text);
      return;
    case 'USER':
    case 'EXPOSE':
      return;
    default:
      throw new Explained(`nobody has said what ${keyword} means by hand`);
  }
}

async function copy(text, { stage, from }) {
  const [source, target] = text.split(/\s+/);
  const to = target.startsWith('/') ? join(stage.root, target) : join(stage.cwd, target);
  if (from !== undefined) {
    cpSync(join(from.root, source), to, { recursive: true, verbatimSymlinks: true });
    return;
  }
  const below = source === '.' ? '' : source;
  for (const path of await contextFiles()) {
    if (!path.startsWith(below) || !existsSync(join(ROOT, path))) continue;
    const end = join(to, path.slice(below.length));
    mkdirSync(dirname(end), { recursive: true });
    cpSync(join(ROOT, path), end);
  }
}

async function run(command, { cwd, env }) {
  const { code, output } = await runCommand('sh', ['-c', command], {
    cwd,
    env: { ...bareEnv(), ...env },
  });
  if (code === 0) return;
  say(output.trimEnd().split('\n').slice(-30).join('\n'));
  throw new Explained(`\`${command}\` ended with ${code}`);
}

/** What an image has of this machine's environment: where programs and npm's settings are. */
export function bareEnv() {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME };
}
