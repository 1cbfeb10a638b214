/** `trove hunt pull | push`: drafts of a running console as files. */
import { access, writeFile } from 'node:fs/promises';
import { lintHuntFile, valueOfHuntFile } from '@trove/core';
import type { Command } from 'commander';
import { dataPlace } from '../dataFile.js';
import { DraftClient } from '../drafts/draftClient.js';
import { type ConsoleOptions, findConsole } from '../drafts/findConsole.js';
import { noteRevision, revisionOf } from '../drafts/pulled.js';
import { readConsoleEnv } from '../env.js';
import { FailedError } from '../exits.js';
import { readHuntText } from '../hunt/readHuntText.js';
import { createOutput } from '../output.js';
import { slug, wholeNumber, withJson } from './options.js';

interface DraftFlags extends ConsoleOptions {
  readonly json?: boolean;
  readonly force?: boolean;
}

interface PullFlags extends DraftFlags {
  readonly output?: string;
  readonly version?: number;
}

export function addDraftCommands(hunt: Command): void {
  const pull = hunt
    .command('pull')
    .argument('<slug>', 'the hunt', slug)
    .option('--output <file>', 'where to put it; else <slug>.yaml here')
    .option('--version <number>', 'a published version in the place of the draft', wholeNumber(1))
    .option('--force', 'overwrite the file that is there')
    .description('fetch the draft of a hunt, or a version of it, as a file');
  withConsole(pull).action(pullDraft);
  const push = hunt
    .command('push')
    .argument('<file>', 'a hunt file in YAML')
    .option('--force', 'overwrite whatever the draft is by now')
    .description('put a file in the place of the draft of its hunt; nothing is published');
  withConsole(push).action(pushDraft);
}

/** Adds what every command that talks to a console takes. */
export function withConsole(command: Command): Command {
  return withJson(command)
    .option('--console <url>', 'the console; else TROVE_CONSOLE_URL, else that of npm start')
    .option('--key <key>', 'an API key that may change drafts; else TROVE_KEY');
}

async function pullDraft(name: string, flags: PullFlags): Promise<void> {
  const output = createOutput(flags.json === true);
  const file = flags.output ?? `${name}.yaml`;
  if (flags.force !== true && (await exists(file))) {
    throw new FailedError(`${file} is there already; --force overwrites it`);
  }
  const client = await clientOf(flags);
  const draft = await client.fetch(name);
  const { version } = flags;
  const pulled = version === undefined ? draft : await client.fetch(name, version);
  await writeFile(file, pulled.text);
  // Pushed back, a version takes the place of the draft as it is by now, and of no later one.
  const { revision } = draft;
  await noteRevision(file, name, revision);
  const { baseVersion } = pulled;
  output.result({ slug: name, file, revision, baseVersion }, () => {
    return `${file}: ${wordsOfPulled({ ...draft, version })}`;
  });
}

interface Pulled {
  readonly revision: number;
  readonly baseVersion: number;
  readonly version: number | undefined;
}

function wordsOfPulled({ revision, baseVersion, version }: Pulled): string {
  if (version === undefined) {
    return revision === 0 ? `version ${baseVersion}, not changed since` : 'the draft';
  }
  const pushed = revision === 0 ? 'begins a draft with it' : 'takes it into the draft';
  return `version ${version}; trove hunt push ${pushed}`;
}

async function pushDraft(file: string, flags: DraftFlags): Promise<void> {
  const output = createOutput(flags.json === true);
  const text = await readHuntText(file);
  const name = slugOf(file, text);
  const revision = flags.force === true ? undefined : await revisionOf(file, name);
  if (revision === undefined && flags.force !== true && (await isThere(flags, name))) {
    throw new FailedError(`${file} was never pulled and ${name} is there: pull it, or use --force`);
  }
  const reply = await (await clientOf(flags)).put(name, text, revision);
  await noteRevision(file, name, reply.revision);
  const errors = reply.findings.filter(({ severity }) => severity === 'error').length;
  output.result({ ...reply, errors, file }, () => {
    const found = errors === 0 ? '' : `, with ${errors} mistakes: trove hunt lint ${file}`;
    return `${name}: the draft is ${file} now (revision ${reply.revision})${found}`;
  });
}

/** Whether the console has a hunt or draft of this name. */
async function isThere(flags: DraftFlags, name: string): Promise<boolean> {
  const client = await clientOf(flags);
  return await client.fetch(name).then(
    () => true,
    (error: unknown) => {
      if (error instanceof FailedError && error.message.includes('unknown_hunt')) return false;
      throw error;
    },
  );
}

function slugOf(file: string, text: string): string {
  const value = valueOfHuntFile(text) as { slug?: unknown } | undefined;
  if (typeof value?.slug === 'string') return value.slug;
  const [finding] = lintHuntFile(text).findings;
  throw new FailedError(`${file} names no hunt: ${finding?.message ?? 'slug is missing'}`);
}

async function clientOf(flags: DraftFlags): Promise<DraftClient> {
  return new DraftClient(await findConsole(flags, readConsoleEnv(), dataPlace()));
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
