// Generates the Prisma client from prisma/schema, with no network.
//
// Prisma's CLI looks for a native schema engine before every command and would download it.
// Generating never runs that engine, so any executable satisfies the look-up: Node itself.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cli = fileURLToPath(import.meta.resolve('prisma/build/index.js'));

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
