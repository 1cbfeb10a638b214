/**
 * Lengths of files and lines, and the breadth of ports. Functions and their parameters are
 * counted by the linter, which has a real parser.
 */
import { type Finding, fileRule, isCode, isTest, type SourceFile } from '../rule.js';

const FILE_LINES = 300;
const TEST_LINES = 400;
const LINE_COLUMNS = 100;
const PORT_METHODS = 7;

const isText = (path: string) => isCode(path) || /\.(lua|sql|prisma|css|sh)$/.test(path);
/** Written by the schema engine, not by people. */
const isMigration = (path: string) => path.startsWith('prisma/migrations/');

export const fileLength = fileRule(
  `a file has at most ${FILE_LINES} lines, a test ${TEST_LINES}`,
  (path) => isText(path) && !isMigration(path),
  ({ path, text }) => {
    const lines = text.trimEnd().split('\n').length;
    const bound = isTest(path) ? TEST_LINES : FILE_LINES;
    return lines > bound ? [{ path, says: `${lines} lines: split it by what its parts own` }] : [];
  },
);

export const lineLength = fileRule(
  `a line has at most ${LINE_COLUMNS} columns`,
  (path) => isText(path) && !isMigration(path),
  ({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        line.length > LINE_COLUMNS
          ? [{ path, line: index + 1, says: `${line.length} columns: break the line` }]
          : [],
      ),
);

export const portBreadth = fileRule(
  `a port has at most ${PORT_METHODS} methods`,
  (path) => path.startsWith('packages/core/src/ports/') && !isTest(path),
  (file) => interfacesOf(file).filter(tooBroad).map(breadthFinding),
);

interface Interface {
  readonly path: string;
  readonly name: string;
  readonly methods: number;
}

function interfacesOf({ path, text }: SourceFile): Interface[] {
  const found = text.matchAll(/^(?:export )?interface (\w+)[^{]*\{([\s\S]*?)^\}/gm);
  return [...found].map(([, name = '', body = '']) => ({
    path,
    name,
    methods: (body.match(/^ {2}\w+(?:<[^>]*>)?\(/gm) ?? []).length,
  }));
}

const tooBroad = ({ methods }: Interface) => methods > PORT_METHODS;

function breadthFinding({ path, name, methods }: Interface): Finding {
  return { path, says: `${name} has ${methods} methods: it is more than one port` };
}
