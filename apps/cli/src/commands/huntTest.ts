/** `trove hunt test`: runs a hunt's fixtures through the pipeline that is played. */
import { type CaseReport, lintHuntFile, runFixtures } from '@trove/core';
import type { ConsoleOptions } from '../drafts/findConsole.js';
import { huntText } from '../drafts/huntText.js';
import { EXIT, FailedError } from '../exits.js';
import { caseText } from '../hunt/caseText.js';
import { createOutput } from '../output.js';
import { refuseFile } from './huntLint.js';

export interface TestFlags extends ConsoleOptions {
  readonly json?: boolean;
  readonly filter?: string;
}

export async function testFile(file: string, flags: TestFlags): Promise<void> {
  const output = createOutput(flags.json === true);
  const text = await huntText(file, flags);
  const lint = lintHuntFile(text);
  if (lint.hunt === undefined) return refuseFile(file, { text, lint }, output);
  const { definition, fixtures } = lint.hunt;
  // A test that tests nothing must not pass.
  if (fixtures.length === 0) throw new FailedError(`${file} has no fixtures`);
  const cases = runFixtures(definition, fixtures, flags.filter);
  if (cases.length === 0) {
    throw new FailedError(`no fixture of ${file} has "${flags.filter}" in its name`);
  }
  const passed = cases.filter((one) => one.passed).length;
  const failed = cases.length - passed;
  if (failed > 0) process.exitCode = EXIT.failed;
  const { slug } = definition;
  output.result({ ok: failed === 0, file, slug, passed, failed, cases }, () => {
    return `${casesText(cases)}\n\n${file}: ${passed} passed, ${failed} failed`;
  });
}

function casesText(cases: readonly CaseReport[]): string {
  return cases.map(caseText).join('\n\n');
}
