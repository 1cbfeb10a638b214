// Generates the Prisma client from prisma/schema, with no network.
//
// Prisma's CLI looks for a native schema engine before every command and would download it.
// Generating never runs that engine, so any executable satisfies the look-up: Node itself.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cli = fileURLToPath(import.meta.resolve('prisma/build/index.js'));

// A CLI of another release generates code that its client cannot run.
const cliVersion = versionIn(import.meta.resolve('prisma/package.json'));
const clientVersion = versionIn(import.meta.resolve('@prisma/client/package.json'));
if (cliVersion !== clientVersion) {
  process.stderr.write(
    `prisma is ${cliVersion}, @prisma/client ${clientVersion}: pin them alike\n`,
  );
  process.exit(1);
}

const run = spawnSync(process.execPath, [cli, 'generate', '--schema', 'prisma/schema'], {
  cwd: root,
  encoding: 'utf8',
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
});

if (run.status !== 0) {
  process.stderr.write(`${run.stdout}${run.stderr}`);
  process.stderr.write(
    'prisma generate failed: the message above names the schema file and line.\n',
  );
  process.exit(run.status ?? 1);
}

function versionIn(manifest) {
  return JSON.parse(readFileSync(fileURLToPath(manifest), 'utf8')).version;
}
