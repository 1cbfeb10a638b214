/**
 * What `npm run check` runs. A step with `after` starts when those have passed: the typed rules
 * and the tidy suite read what the build has written.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';

const bin = (name) => join(ROOT, 'node_modules/.bin', name);
const CONSOLE = 'apps/console';
const IMPORTS = join(ROOT, 'tooling/bin/trove-imports.mjs');

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 * @property {string[]} [after]
 * @property {string} [cwd]
 */

/** @returns {Step[]} */
export function checkSteps() {
  const turbo = [
    'run',
    'build',
    '--filter=!@trove/console',
    '--output-logs=errors-only',
    '--continue',
  ];
  const built = { after: ['types'] };
  return [
    {
      name: 'format',
      command: bin('biome'),
      args: ['ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=20', '.'],
    },
    { name: 'types', command: bin('turbo'), args: turbo },
    ...looseProjects().map((project) => ({
      name: `types of ${project.replace(/\/tsconfig(\.scripts)?\.json$/, '$1')}`,
      command: bin('tsc'),
      args: ['-p', project, '--noEmit'],
      ...built,
    })),
    {
      name: 'lint',
      command: bin('oxlint'),
      args: ['--type-aware', '--deny-warnings', '-f', 'unix'],
      ...built,
    },
    { name: 'import rules', command: process.execPath, args: [IMPORTS], ...built },
    { name: 'dead code', command: bin('knip'), args: ['--no-config-hints'], ...built },
    { name: 'tidy', command: bin('vitest'), args: vitest('tidy'), ...built },
    { name: 'unit tests', command: bin('vitest'), args: vitest('unit'), ...built },
  ];
}

/** Type-checked, but not built by tsc: scripts, browser tests, and the console, built by Next. */
function looseProjects() {
  const projects = ['tooling/tsconfig.json', 'tooling/tsconfig.scripts.json', 'e2e/tsconfig.json'];
  return [...projects, `${CONSOLE}/tsconfig.json`, 'bench/tsconfig.json'].filter((project) =>
    existsSync(join(ROOT, project)),
  );
}

function vitest(project) {
  return ['run', '--project', project, '--reporter=dot', '--silent=passed-only'];
}
