/** `trove quarantine list | export | repair | replay | discard | cancel`, for scripts. */
import { type Command, InvalidArgumentError } from 'commander';
import { slug, wholeNumber, withJson } from './options.js';

export interface QuarantineFlags {
  readonly json?: boolean;
  readonly database?: string;
  readonly redis?: string;
  readonly hunt?: string;
  readonly code?: string;
  readonly type?: string;
  readonly rules?: number;
  readonly state: 'open' | 'replayed' | 'discarded' | 'all';
  readonly by: string;
}

export interface ListFlags extends QuarantineFlags {
  readonly limit: number;
}

export interface ExportFlags extends QuarantineFlags {
  readonly out?: string;
}

export interface RepairFlags extends QuarantineFlags {
  readonly when: string;
  readonly patch: string;
  readonly rate: number;
  readonly start?: boolean;
  readonly confirm?: number;
  readonly allowClosed?: boolean;
}

export interface ReplayFlags extends QuarantineFlags {
  readonly file?: string;
  readonly preview?: boolean;
  readonly allowClosed?: boolean;
}

export interface DiscardFlags extends QuarantineFlags {
  readonly reason: string;
  readonly expect: number;
}

// PostgreSQL's client takes a while to load, which no other command should wait for.
export function addQuarantineCommand(program: Command): void {
  const quarantine = program
    .command('quarantine')
    .description('look at refused events, and repair, replay or discard them');
  withFilter(withServers(quarantine.command('list')))
    .description('count refused events by cause, and list the newest')
    .option('--limit <n>', 'entries listed', wholeNumber(0), 20)
    .action(async (flags: ListFlags) => (await import('../quarantine/list.js')).list(flags));
  withFilter(withServers(quarantine.command('export')))
    .description('write refused events, one JSON object a line, to standard output or a file')
    .option('--out <file>', 'where to; --json tells on standard output how many, and needs it')
    .action(async (flags: ExportFlags) => {
      await (await import('../quarantine/writeLines.js')).writeLines(flags);
    });
  addRepair(withFilter(withServers(quarantine.command('repair'))));
  addSingle(quarantine);
  withFilter(withServers(quarantine.command('discard')))
    .description('leave all that match for good')
    .requiredOption('--reason <text>', 'why; kept with the entry')
    .requiredOption('--expect <n>', 'how many there are; else none is discarded', wholeNumber(1))
    .action(async (flags: DiscardFlags) => {
      await (await import('../quarantine/discard.js')).discard(flags);
    });
}

function addRepair(command: Command): void {
  command
    .description('show what a repair of many would do; with --start, do it')
    .requiredOption('--when <cel>', 'of which events, e.g. \'event.data.code == " x"\'')
    .requiredOption('--patch <json>', 'JSON Patch (RFC 6902), as text')
    .option('--rate <n>', 'events a second', wholeNumber(1), 20)
    .option('--start', 'start it as a run; workers replay it')
    .option('--confirm <n>', 'how many, when it matches all of them', wholeNumber(1))
    .option('--allow-closed', 'send also to hunts that are paused or ended: for no points')
    .action(async (flags: RepairFlags) => {
      await (await import('../quarantine/repair.js')).repair(flags);
    });
}

function addSingle(quarantine: Command): void {
  withServers(quarantine.command('replay'))
    .description('send one event again by its own id, as it came or repaired')
    .argument('<place>', 'where it rests, as `list` names it, e.g. door:1795661626698-0', placeOf)
    .option('--file <path>', 'the repaired event; - reads standard input')
    .option('--preview', 'only tell what would become of it')
    .option('--allow-closed', 'send also to a hunt that is paused or ended: for no points')
    .action(async (place: string, flags: ReplayFlags) => {
      await (await import('../quarantine/replay.js')).replay(place, flags);
    });
  withServers(quarantine.command('cancel'))
    .description('stop a run; what it has not replayed stays')
    .argument('<run>', 'its id')
    .action(async (run: string, flags: QuarantineFlags) => {
      await (await import('../quarantine/cancel.js')).cancel(run, flags);
    });
}

function withServers(command: Command): Command {
  return withJson(withAddresses(command));
}

function withAddresses(command: Command): Command {
  return command
    .option('--database <url>', 'PostgreSQL; else DATABASE_URL, else what npm start runs')
    .option('--redis <url>', 'Redis; else REDIS_URL, else what npm start runs')
    .option('--by <name>', 'who does it', 'cli');
}

function withFilter(command: Command): Command {
  return command
    .option('--hunt <slug>', 'only of this hunt', slug)
    .option('--code <code>', 'only of this reason')
    .option('--type <type>', 'only of this type of event')
    .option('--rules <version>', 'only refused under this version of the rules', wholeNumber(0))
    .option('--state <state>', 'open, replayed, discarded or all', stateOf, 'open');
}

const STATES = ['open', 'replayed', 'discarded', 'all'];

function stateOf(text: string): string {
  if (STATES.includes(text)) return text;
  throw new InvalidArgumentError(`One of ${STATES.join(', ')}.`);
}

function placeOf(text: string): string {
  if (/^[a-z0-9]{1,16}:\d{1,16}-\d{1,10}$/.test(text)) return text;
  throw new InvalidArgumentError('A stream and an id in it, as door:1795661626698-0.');
}
