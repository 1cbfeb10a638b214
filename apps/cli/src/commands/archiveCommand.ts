/** `trove archive query | list | verify`. What they do is loaded only when one of them is run. */
import { type Command, Option } from 'commander';
import { slug, wholeNumber, withJson } from './options.js';

export interface ArchiveFlags {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly dir?: string;
  readonly database?: string;
  readonly hunt?: string;
  readonly partition?: number;
  readonly seconds?: number;
}

export function addArchiveCommand(program: Command): void {
  const archive = program.command('archive').description('ask and check the archive of all events');
  withArchive(archive.command('query'))
    .description('run one SELECT over the view `events`; the archive is read-only')
    .argument('<sql>', 'one statement, e.g. "from events limit 10"')
    .option('--seconds <n>', 'how long it may take; else 60', wholeNumber(1))
    .addOption(new Option('--csv', 'comma-separated values with a head').conflicts('json'))
    .action(async (sql: string, flags: ArchiveFlags) => {
      const { query } = await import('../archive/query.js');
      await query(sql, flags);
    });
  withArchive(archive.command('list'))
    .description('list the files of the manifest')
    .action(async (flags: ArchiveFlags) => {
      const { list } = await import('../archive/list.js');
      await list(flags);
    });
  withArchive(archive.command('verify'))
    .description('hold every file against the manifest: missing, size, checksum, gaps')
    .action(async (flags: ArchiveFlags) => {
      const { verify } = await import('../archive/verify.js');
      await verify(flags);
    });
}

function withArchive(command: Command): Command {
  return withJson(command)
    .option('--dir <folder>', "the archive's folder; else ARCHIVE_DIR, else what npm start runs")
    .option('--database <url>', 'PostgreSQL; else DATABASE_URL, else what npm start runs')
    .option('--hunt <slug>', 'only files that hold events of this hunt', slug)
    .option('--partition <number>', 'only files of this partition', wholeNumber(0));
}
