/** Where files may stand, what they may be called, and how they open. */
import { type Finding, fileRule, isCode, isTest, type Rule, type SourceFile } from '../rule.js';

const NAMELESS = /(^|\/)(shared|common|utils?|helpers?|lib|misc)\//;

export const folderNames = fileRule(
  'no folder is called shared, common, utils, helpers or lib',
  (path) => NAMELESS.test(path),
  ({ path }) => [{ path, says: 'name the folder after what its files own' }],
);

/** Next.js gives these their names, or a tool looks for them under them. */
const NAMED_BY_TOOLS = [
  /(^|\/)\.[^/]+$/,
  /\.config\.(ts|mjs|js)$/,
  /(^|\/)(not-found|global-error)\.tsx$/,
  /^tooling\/bin\/trove-[a-z-]+\.mjs$/,
];
const CAMEL_OR_PASCAL = /^[A-Za-z][A-Za-z0-9]*(\.[a-z]+)*\.(ts|tsx|mjs|cjs|js)$/;

export const fileNames = fileRule(
  'a file of code is called after its main export, in camelCase or PascalCase',
  (path) => isCode(path) && !NAMED_BY_TOOLS.some((name) => name.test(path)),
  ({ path }) =>
    CAMEL_OR_PASCAL.test(path.split('/').at(-1) ?? '')
      ? []
      : [{ path, says: 'rename it after its main export' }],
);

/** A route only loads and renders the screen that its folder names. */
const SAYS_ENOUGH = /(^|\/)(index\.ts|page\.tsx|not-found\.tsx|[a-z]+\.config\.(ts|mjs))$/;

export const openingComment = fileRule(
  'a file of code opens by saying what it owns',
  (path) => isCode(path) && !isTest(path) && !SAYS_ENOUGH.test(path),
  ({ path, text }) => {
    const opening = text.replace(/^#!.*\n/, '').replace(/^(?:['"]use \w+['"];\s*)+/, '');
    const opens = /^\s*(?:\/\*|\/\/)/.test(opening);
    return opens ? [] : [{ path, line: 1, says: 'open with a comment: what it owns, and why' }];
  },
);

const REEXPORT = /^export (?:type )?(?:\*|\{[^}]*\})(?: as \w+)? from '[^']+';$/;

/** A package's entries are the files that its package.json exports. */
function entriesOf(files: readonly SourceFile[]): Set<string> {
  const entries = files
    .filter(({ path }) => /^(apps|packages)\/[^/]+\/package\.json$/.test(path))
    .flatMap(({ path, text }) => {
      const folder = path.slice(0, -'package.json'.length);
      return [...text.matchAll(/"\.\/dist\/([^"]+)\.js"/g)].map(
        ([, entry = '']) => `${folder}src/${entry}.ts`,
      );
    });
  return new Set(entries);
}

function isBarrel({ text }: SourceFile): boolean {
  const bare = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const code = bare.replace(/\{\s+([^}]*?)\s+\}/g, '{$1}');
  const lines = code.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => REEXPORT.test(line.trim()));
}

export const noBarrels: Rule = {
  title: 'only the entry of a package re-exports its files',
  check: (files) => {
    const entries = entriesOf(files);
    return files
      .filter((file) => isCode(file.path) && !entries.has(file.path) && isBarrel(file))
      .map(({ path }): Finding => ({ path, says: 'import from the files themselves' }));
  },
};

const CLIENT_MAY = new RegExp(
  '^@trove/(contracts(/[a-z]+(-limits|-codes)?)?' +
    '|core/(design|meter|playtest|rule-blocks|projection(/incidents)?)' +
    '|player-sdk(/(browser|react))?)$',
);

export const clientImports = fileRule(
  'client components import contracts, what core has for browsers, and player-sdk only',
  (path) => /^apps\/console\/.*\.tsx?$/.test(path),
  ({ path, text }) => {
    if (!/^(?:\s|\/\*[\s\S]*?\*\/|\/\/.*\n)*['"]use client['"]/.test(text)) return [];
    const imports = [...text.matchAll(/^import (?!type )[^;]*?from '(@trove\/[^']+)'/gm)];
    return imports
      .map(([, name = '']) => name)
      .filter((name) => !CLIENT_MAY.test(name))
      .map((name) => ({ path, says: `${name} belongs to the server: pass its data as props` }));
  },
);
