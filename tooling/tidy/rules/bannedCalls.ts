/** Calls and words that may not stand in code, where that holds, and what to use in their place. */
import { codeOf } from '../codeOf.js';
import {
  type Finding,
  isCode,
  isFixture,
  isTest,
  matchingLines,
  type Rule,
  type SourceFile,
} from '../rule.js';

interface Ban {
  readonly title: string;
  readonly covers: (path: string) => boolean;
  readonly pattern: RegExp;
  readonly instead: string;
  /** Looks also into strings and comments. */
  readonly everywhere?: true;
}

const isCore = (path: string) =>
  path.startsWith('packages/core/src/') && isCode(path) && !isTest(path);
const isPort = (path: string) => path.startsWith('packages/core/src/ports/');
const isTidy = (path: string) => path.startsWith('tooling/tidy/');
const isProduct = (path: string) =>
  /^(apps|packages)\/[^/]+\/src\//.test(path) && isCode(path) && !isTest(path) && !isFixture(path);

const CORE_BANS: Ban[] = [
  {
    title: 'core uses no clock',
    pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/,
    instead: 'take the time as an argument',
  },
  {
    title: 'core uses no randomness',
    pattern: /\bMath\.random\b|\bcrypto\.|\brandomUUID\b/,
    instead: 'take a seeded source as an argument',
  },
  {
    title: 'core uses no process',
    pattern: /(?<![.\w])process\.(?:env|argv|exit|hrtime|nextTick|memoryUsage|std|pid|on)\b/,
    instead: 'take the value as an argument',
  },
  {
    title: 'core uses no timers',
    pattern: /\bset(?:Timeout|Interval|Immediate)\b|\bqueueMicrotask\b/,
    instead: 'return what shall happen when',
  },
  {
    title: 'core uses no console',
    pattern: /\bconsole\./,
    instead: 'return the fact as a value; an app logs it',
  },
].map((ban) => ({ ...ban, covers: isCore }));

const BANS: readonly Ban[] = [
  ...CORE_BANS,
  {
    title: 'core has no promises outside the types of its ports',
    covers: (path) => isCore(path) && !isPort(path),
    pattern: /\basync\b|\bawait\b|\bPromise\b/,
    instead: 'return a value; an adapter awaits behind a port',
  },
  {
    title: 'the environment is read in files named env.ts only',
    covers: (path) => isProduct(path) && !/(^|\/)env\.ts$/.test(path) && !isEnvReader(path),
    pattern: /\bprocess\.env\b/,
    instead: 'add the variable to packages/config and read it in the env.ts of the app',
  },
  {
    title: 'nothing is skipped, focused or left for later in tests',
    covers: (path) => (isTest(path) || isFixture(path)) && !isTidy(path),
    pattern: /\b(?:it|test|describe)\.(?:skip|only|todo|fixme|skipIf|runIf)\b|\bretry:\s*[1-9]/,
    instead: 'make the test run, or delete it',
  },
  {
    title: 'tests do not sleep',
    covers: (path) => isTest(path) && !isTidy(path),
    pattern: /\bsetTimeout\(|\bwaitForTimeout\(/,
    instead: 'wait for the condition (vi.waitFor, expect.poll) or use fake timers',
  },
  {
    title: 'no type check or lint is silenced',
    covers: (path) => isCode(path) && !isTidy(path),
    pattern:
      /@ts-(?:ignore|nocheck|expect-error)|(?:oxlint|eslint)-disable|biome-ignore(?!.*: .{12})/,
    instead: 'mend the cause (a biome-ignore must say why in a sentence)',
    everywhere: true,
  },
  {
    title: 'no note in code says that something is still to be done',
    covers: (path) => isCode(path) && !isTidy(path),
    pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/,
    instead: 'do it, or leave it out',
    everywhere: true,
  },
  {
    title: 'SQL stands in .sql files',
    covers: (path) => isProduct(path) || path.startsWith('tooling/src/'),
    pattern:
      /['"`]\s*(?:SELECT\s.+\sFROM|INSERT INTO|UPDATE\s\S+\sSET|DELETE FROM|CREATE TABLE)\s/i,
    instead: 'move it to packages/db/sql (or tooling/src/sql) and load it from there',
    everywhere: true,
  },
  {
    title: 'Lua stands in .lua files',
    covers: (path) => isCode(path) && !isTidy(path),
    pattern: /\bredis\.p?call\(|\bKEYS\[\d|\bARGV\[\d/,
    instead: 'move it to packages/streams/lua and load it from there',
    everywhere: true,
  },
  {
    title: 'Redis keys are built in packages/streams/src/keys.ts',
    covers: (path) => isProduct(path) && path !== 'packages/streams/src/keys.ts',
    pattern: /['"`]\{p(?:\$\{|\d|['"`])|['"`](?:seen|floor|parked|teams|metrics):['"`$]|:live['"`]/,
    instead: 'add a function to keys.ts and call it',
    everywhere: true,
  },
  {
    title: 'no path of one machine stands in a file',
    covers: (path) => !isTidy(path) && path !== 'package-lock.json',
    pattern: /(?:^|[\s'"`(=])\/(?:work|home\/\w+|Users\/\w+)\//,
    instead: 'write it relative to the repository',
    everywhere: true,
  },
];

/** The one package whose work it is to read the environment it is handed. */
function isEnvReader(path: string): boolean {
  return path.startsWith('packages/config/src/');
}

export const bannedCalls: readonly Rule[] = BANS.map(ruleOf);

function ruleOf(ban: Ban): Rule {
  const check = (files: readonly SourceFile[]) =>
    files.filter(({ path }) => ban.covers(path)).flatMap((file) => findingsOf(ban, file));
  return { title: ban.title, check };
}

function findingsOf(ban: Ban, { path, text }: SourceFile): Finding[] {
  const searched = ban.everywhere ? text : codeOf(text);
  return matchingLines(searched, ban.pattern).map(({ line, text: found }) => ({
    path,
    line,
    says: `"${(ban.pattern.exec(found)?.[0] ?? '').trim()}": ${ban.instead}`,
  }));
}
