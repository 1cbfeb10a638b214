/** `trove event ID`. */
import type { EventStatus } from '@trove/contracts';
import type { Command } from 'commander';
import { DoorClient } from '../door/doorClient.js';
import { EXIT } from '../exits.js';
import { createOutput } from '../output.js';
import { type Cell, textTable } from '../textTable.js';
import { type DoorFlags, doorOf, withDoor } from './options.js';

export function addEventCommand(program: Command): void {
  const command = program
    .command('event')
    .argument('<id>', 'the id of an event')
    .description('tell what became of an event')
    .option('--source <source>', 'who made the id; else the source of the token');
  withDoor(command).action(run);
}

async function run(id: string, flags: DoorFlags & { source?: string }): Promise<void> {
  const output = createOutput(flags.json === true);
  const status = await new DoorClient(await doorOf(flags)).event(id, flags.source);
  output.result(status, () => statusText(status));
  if (status.status === 'unknown') process.exitCode = EXIT.failed;
}

function statusText(status: EventStatus): string {
  return textTable(Object.entries(status).map(([name, value]): Cell[] => [name, cellOf(value)]));
}

function cellOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
