/**
 * core/SPEC.md numbers its rules; each number stands in the title of at least one test, and no
 * title names a number that SPEC.md does not know.
 */
import { type Finding, isTest, type Rule, type SourceFile } from '../rule.js';

const SPEC = 'packages/core/SPEC.md';
/** A rule begins with its id in bold: `**D3** A repeat …` or `**D3 Repeats.** A repeat …`. */
const DEFINED = /\*\*([A-Z]{1,4}\d+)\b/g;
/** Of a call, or of a case in a suite's table. */
const TITLE = /(?:\b(?:it|test|describe)(?:\.each\([\s\S]*?\))?\(|\btitle:)\s*(['"`])([\s\S]*?)\1/g;
const ROOMS = /^(packages\/(contracts|core|streams|db)|apps\/(ingest|worker))\//;
const NAMED = /\b[A-Z]{1,4}\d+\b/g;

function titlesOf(file: SourceFile): string[] {
  return [...file.text.matchAll(TITLE)].map((match) => match[2] ?? '');
}

export const specification: Rule = {
  title: 'every rule of core/SPEC.md is named by a test, and every named rule exists',
  check: (files) => {
    const spec = files.find(({ path }) => path === SPEC);
    if (spec === undefined) return [{ path: SPEC, says: 'write down the rules of core' }];
    const defined = new Set([...spec.text.matchAll(DEFINED)].map((match) => match[1] ?? ''));
    const prefixes = new Set([...defined].map((id) => id.replace(/\d+/, '')));
    const named = namedIn(files, prefixes);
    const untested = [...defined].filter((id) => !named.some((use) => use.id === id));
    const unknown = named.filter((use) => !defined.has(use.id));
    return [
      ...untested.map((id): Finding => ({ path: SPEC, says: `${id} has no test that names it` })),
      ...unknown.map(({ id, path }): Finding => ({ path, says: `SPEC.md has no rule ${id}` })),
    ];
  },
};

interface Use {
  readonly id: string;
  readonly path: string;
}

function namedIn(files: readonly SourceFile[], prefixes: ReadonlySet<string>): Use[] {
  return files
    .filter(({ path }) => holdsTests(path))
    .flatMap((file) =>
      titlesOf(file)
        .flatMap((title) => title.match(NAMED) ?? [])
        .filter((id) => prefixes.has(id.replace(/\d+/, '')))
        .map((id) => ({ id, path: file.path })),
    );
}

/** testkit holds the contract suites that the tests of adapters run. */
function holdsTests(path: string): boolean {
  return path.startsWith('packages/testkit/src/') || (ROOMS.test(path) && isTest(path));
}
