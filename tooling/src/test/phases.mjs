/** The phases of `npm test`, each with the command that runs it and how its report is counted. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';
import { playwrightReport, vitestReport } from './reports.mjs';

const bin = (name) => join(ROOT, 'node_modules/.bin', name);

/**
 * @typedef {{passed: number, failed: number, failures: string[]}} Report failures: a name each
 * @typedef {Report & {skips: string[]}} Counts skips: phases that could not run, and why
 * @typedef {object} Phase
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {string} [skip] why the phase cannot run on this machine
 * @property {() => Report} report throws when there is none
 */

/**
 * @param {{folder: string, env: NodeJS.ProcessEnv, missingPromtool?: string}} options folder: for
 *   the reports; missingPromtool: why there is no promtool
 * @returns {Phase[]}
 */
export function testPhases({ folder, env, missingPromtool }) {
  const vitest = (name, ...projects) => vitestPhase({ name, projects, folder, env });
  return [
    vitest('unit', 'unit', 'tidy'),
    vitest('contract and integration', 'integration'),
    { ...vitest('monitoring', 'promtool'), skip: missingPromtool },
    vitest('simulation', 'sim'),
    vitest('kill', 'kill'),
    browserPhase({ folder, env }),
  ];
}

function vitestPhase({ name, projects, folder, env }) {
  const file = join(folder, `${projects[0]}.json`);
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return {
    name,
    command: bin('vitest'),
    args: ['run', ...chosen, ...reporters],
    cwd: ROOT,
    env,
    report: () => vitestReport(JSON.parse(readFileSync(file, 'utf8'))),
  };
}

function browserPhase({ folder, env }) {
  const file = join(folder, 'browser.json');
  return {
    name: 'browser',
    command: bin('playwright'),
    args: ['test', '--reporter=list,json'],
    cwd: join(ROOT, 'e2e'),
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    report: () => playwrightReport(JSON.parse(readFileSync(file, 'utf8'))),
  };
}
