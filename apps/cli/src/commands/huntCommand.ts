/**
 * `trove hunt publish | lint | test | playtest | diff | pull | push`, and what operates a live one.
 */
import type { Mistake } from '@trove/contracts';
import { lintHuntFile } from '@trove/core';
import type { Command } from 'commander';
import { DoorClient, DoorError } from '../door/doorClient.js';
import { HUNT_NAMES } from '../drafts/huntText.js';
import { EXIT } from '../exits.js';
import { readHuntText } from '../hunt/readHuntText.js';
import { createOutput, type Output } from '../output.js';
import { diffHuntFiles } from './huntDiff.js';
import { addDraftCommands, withConsole } from './huntDrafts.js';
import { lintFile, refuseFile } from './huntLint.js';
import { playtestFile } from './huntPlaytest.js';
import { testFile } from './huntTest.js';
import { addOperateCommands } from './operateCommands.js';
import { type DoorFlags, doorOf, wholeNumber, withDoor, withJson } from './options.js';

export function addHuntCommand(program: Command): void {
  const hunt = program.command('hunt').description('hunts as files');
  const publish = hunt
    .command('publish')
    .argument('<file>', 'a hunt file in YAML')
    .description('put a version of a hunt live');
  withDoor(publish).action(publishFile);
  const lint = hunt
    .command('lint')
    .argument('<file>', 'a hunt file in YAML')
    .option('--strict', 'suspicions fail as mistakes do')
    .description('tell every mistake and suspicion of a hunt file, without a server');
  withJson(lint).action(lintFile);
  const test = hunt
    .command('test')
    .argument('<hunt>', HUNT_NAMES)
    .option('--filter <name>', 'only fixtures with this in their name')
    .description('run the fixtures of a hunt; those of a file without a server');
  withConsole(test).action(testFile);
  const playtest = hunt
    .command('playtest')
    .argument('<file>', 'a hunt file in YAML')
    .option('--teams <count>', 'simulated teams', wholeNumber(1), 1_000)
    .option('--seed <number>', 'the same seed gives the same playtest', wholeNumber(0), 1)
    .description('let simulated teams play a hunt file, without a server');
  withJson(playtest).action(playtestFile);
  const diff = hunt
    .command('diff')
    .argument('<before>', HUNT_NAMES)
    .argument('<after>', 'another')
    .description('say what is different between two hunts');
  withConsole(diff).action(diffHuntFiles);
  addDraftCommands(hunt);
  addOperateCommands(hunt);
}

async function publishFile(file: string, flags: DoorFlags): Promise<void> {
  const output = createOutput(flags.json === true);
  const text = await readHuntText(file);
  const lint = lintHuntFile(text);
  if (lint.hunt === undefined) return refuseFile(file, { text, lint }, output);
  const client = new DoorClient(await doorOf(flags));
  try {
    const reply = await client.publish(lint.hunt.definition.slug, text);
    const how = reply.published ? 'is live' : 'was live already';
    output.result(reply, () => {
      const reasons = reply.scopeReasons.map((reason) => `\n  ${reason}`).join('');
      return `${reply.slug} version ${reply.version} ${how}, scope ${reply.scope}${reasons}`;
    });
  } catch (error) {
    if (!(error instanceof DoorError) || error.mistakes.length === 0) throw error;
    refuse(file, error.mistakes, output);
  }
}

/** Tells the mistakes the server found, which may be of another version. */
function refuse(file: string, mistakes: readonly Mistake[], output: Output): void {
  process.exitCode = EXIT.failed;
  output.result({ ok: false, mistakes }, () =>
    mistakes.map((mistake) => mistakeText(file, mistake)).join('\n'),
  );
}

function mistakeText(
  file: string,
  { line, column, path, message, found, allowed }: Mistake,
): string {
  const place = `${file}:${line}:${column}`;
  return `${place}  ${path}  ${message}\n    found: ${found}\n    allowed: ${allowed}`;
}
