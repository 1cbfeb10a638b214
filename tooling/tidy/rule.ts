/** What a tidy rule is: a pure look at the repository that names each offence and its cure. */

/** A text file of the repository, with its path from the root and `/` between folders. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface Finding {
  readonly path: string;
  /** The line, from 1; absent when the file as a whole is meant. */
  readonly line?: number;
  /** What was found, and what to write in its place. */
  readonly says: string;
}

export interface Rule {
  /** The title of its test: a sentence that is true of a tidy repository. */
  readonly title: string;
  readonly check: (files: readonly SourceFile[]) => readonly Finding[];
}

/** A rule that looks at one file at a time; `covers` chooses the files by path. */
export function fileRule(
  title: string,
  covers: (path: string) => boolean,
  check: (file: SourceFile) => readonly Finding[],
): Rule {
  const covered = (files: readonly SourceFile[]) => files.filter(({ path }) => covers(path));
  return { title, check: (files) => covered(files).flatMap(check) };
}

/** TypeScript and JavaScript that people wrote. */
export const isCode = (path: string) => /\.(ts|tsx|mjs|cjs|js)$/.test(path);

export const isTest = (path: string) => /\.(test|spec)\.(ts|tsx|mjs)$/.test(path);

/** What only tests import. */
export const isFixture = (path: string) => /\.fixture\.(ts|tsx|mjs)$/.test(path);

/** The lines of a text that match, with their numbers from 1. */
export function matchingLines(text: string, pattern: RegExp): { line: number; text: string }[] {
  return text
    .split('\n')
    .map((line, index) => ({ line: index + 1, text: line }))
    .filter((line) => pattern.test(line.text));
}
