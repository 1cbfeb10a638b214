/** `trove event ID` and `trove event receipt ID`. */
import type { EventStatus } from '@trove/contracts';
import type { Command } from 'commander';
import { DoorClient, DoorError } from '../door/doorClient.js';
import { receiptText } from '../event/receiptText.js';
import { refusedText } from '../event/refusedText.js';
import { EXIT } from '../exits.js';
import { createOutput } from '../output.js';
import { type Cell, textTable } from '../textTable.js';
import { type DoorFlags, doorOf, eventId, wholeNumber, withDoor } from './options.js';

type EventFlags = DoorFlags & { readonly source?: string };
type ReceiptFlags = EventFlags & { readonly position?: number };

export function addEventCommand(program: Command): void {
  const command = program
    .command('event')
    .argument('<id>', 'the id of an event', eventId)
    .description('tell what became of an event')
    .option('--source <source>', 'who made the id; else the source of the token, or whoever did');
  withDoor(command).action(run);
  command
    .command('receipt')
    .argument('<id>', 'the id of an event', eventId)
    .description('tell everything that is kept of an event: its way, the rules, what it moved')
    .option('--position <number>', 'which of several events with this id', wholeNumber(0))
    // What stands after it is read by the command above, which knows the same options.
    .action(async (id: string, _own: object, receipt: Command) => {
      await runReceipt(id, receipt.optsWithGlobals<ReceiptFlags>());
    });
}

async function run(id: string, flags: EventFlags): Promise<void> {
  const output = createOutput(flags.json === true);
  const client = new DoorClient(await doorOf(flags));
  const status = await statusOf(client, id, flags.source);
  output.result(status, () => statusText(status));
  if (status.status === 'unknown') process.exitCode = EXIT.failed;
}

/** An id is one only with who made it: where nobody is named, its receipt says who that was. */
async function statusOf(client: DoorClient, id: string, source?: string): Promise<EventStatus> {
  const status = await client.event(id, source);
  if (status.status !== 'unknown' || source !== undefined) return status;
  try {
    const { receipt } = await client.receipt(id, {});
    return await client.event(id, receipt.provenance.source);
  } catch (error) {
    if (error instanceof DoorError) return status;
    throw error;
  }
}

async function runReceipt(id: string, flags: ReceiptFlags): Promise<void> {
  const { source, position } = flags;
  const client = new DoorClient(await doorOf(flags));
  const output = createOutput(flags.json === true);
  try {
    const { receipt } = await client.receipt(id, { source, position });
    output.result(receipt, () => receiptText(receipt));
  } catch (error) {
    const refused = error instanceof DoorError ? error.problem.refused : undefined;
    if (refused === undefined) throw error;
    output.result({ refused }, () => refusedText(refused));
    process.exitCode = EXIT.failed;
  }
}

function statusText(status: EventStatus): string {
  return textTable(Object.entries(status).map(([name, value]): Cell[] => [name, cellOf(value)]));
}

function cellOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
