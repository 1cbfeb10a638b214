/** `trove status`. */
import type { Command } from 'commander';
import { DoorClient } from '../door/doorClient.js';
import { EXIT } from '../exits.js';
import { createOutput } from '../output.js';
import { type DoorFlags, doorOf, withDoor } from './options.js';

export function addStatusCommand(program: Command): void {
  const command = program.command('status').description('tell whether a server is ready');
  withDoor(command).action(run);
}

async function run(flags: DoorFlags): Promise<void> {
  const output = createOutput(flags.json === true);
  const door = await doorOf(flags);
  const client = new DoorClient(door);
  const [version, readiness] = await Promise.all([client.version(), client.readiness()]);
  output.result({ url: door.url, ...readiness, ...version }, () => {
    const state = readiness.ready ? 'ready' : `not ready: ${JSON.stringify(readiness.checks)}`;
    return `${door.url} is ${state} (${version.app} ${version.version}, ${version.commit})`;
  });
  if (!readiness.ready) process.exitCode = EXIT.failed;
}
