/** `trove hunt publish | lint | phase`. */
import { readFile } from 'node:fs/promises';
import type { HuntPhase, Mistake } from '@trove/contracts';
import { parseHuntFile } from '@trove/core';
import { Argument, type Command } from 'commander';
import { DoorClient, DoorError } from '../door/doorClient.js';
import { EXIT, UsageError } from '../exits.js';
import { createOutput, type Output } from '../output.js';
import { type DoorFlags, doorOf, slug, withDoor, withJson } from './options.js';

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
    .description('check a hunt file without a server');
  withJson(lint).action(lintFile);
  const phase = hunt
    .command('phase')
    .argument('<slug>', 'the hunt', slug)
    .addArgument(new Argument('<phase>', 'its new phase').choices(['live', 'paused', 'ended']))
    .description('pause, resume or end a hunt');
  withDoor(phase).action(changePhase);
}

async function publishFile(file: string, flags: DoorFlags): Promise<void> {
  const output = createOutput(flags.json === true);
  const text = await readHunt(file);
  const reading = parseHuntFile(text);
  if (!reading.ok) return refuse(file, reading.mistakes, output);
  const client = new DoorClient(await doorOf(flags));
  try {
    const reply = await client.publish(reading.definition.slug, text);
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

async function lintFile(file: string, flags: { json?: boolean }): Promise<void> {
  const output = createOutput(flags.json === true);
  const reading = parseHuntFile(await readHunt(file));
  if (!reading.ok) return refuse(file, reading.mistakes, output);
  const { slug: name, clues, rules } = reading.definition;
  const counts = { clues: clues.length, rules: rules.length };
  output.result({ ok: true, slug: name, ...counts, mistakes: [] }, () => {
    return `${file}: no mistakes (${name}: ${counts.clues} clues, ${counts.rules} rules)`;
  });
}

async function changePhase(name: string, phase: HuntPhase, flags: DoorFlags): Promise<void> {
  const output = createOutput(flags.json === true);
  const client = new DoorClient(await doorOf(flags));
  const reply = await client.changePhase(name, phase);
  output.result({ ...reply, slug: name, phase }, () => `${name} is ${phase}`);
}

async function readHunt(file: string): Promise<string> {
  return await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new UsageError(`cannot read ${file}`, { cause });
  });
}

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
