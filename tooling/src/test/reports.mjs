/** Reads what test runners wrote: how many tests passed, how many did not, and which. */
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from '../paths.mjs';

/** A file that could not be loaded has no test that failed; it is named itself. */
export function vitestReport({ numPassedTests, numFailedTests, testResults }) {
  const failures = testResults.flatMap(({ name, status, assertionResults, message }) => {
    const file = relative(ROOT, name);
    const tests = assertionResults.filter((test) => test.status === 'failed');
    if (tests.length === 0 && status === 'failed') return [`${file}${reasonOf([message])}`];
    return tests.map(({ fullName, failureMessages }) => {
      return `${file}: ${fullName}${reasonOf(failureMessages)}`;
    });
  });
  return { passed: numPassedTests, failed: numFailedTests, failures };
}

const REASON_CHARS = 400;

/** The last lines of a long log are often all that is kept of it: they say why, too. */
function reasonOf(messages = []) {
  const text = stripVTControlCharacters(messages.join(' '));
  const words = text.replace(/\s+/g, ' ').slice(0, REASON_CHARS);
  return words === '' ? '' : ` (${words})`;
}

/** A test that was skipped, or passed at a second try only, has not passed. */
export function playwrightReport({ stats, suites }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped,
    failures: suites.flatMap((suite) => failuresOf(suite)),
  };
}

/** Titles of the suites above stand before the test's own. */
function failuresOf({ title, file, specs = [], suites = [] }, above = []) {
  const path = title === file ? above : [...above, title];
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status !== 'expected'));
  const names = own.map((spec) => `${file}: ${[...path, spec.title].join(' ')}`);
  return [...names, ...suites.flatMap((suite) => failuresOf(suite, path))];
}
