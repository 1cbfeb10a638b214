/** Statements live in sql/*.sql, beside the package's source; values are put in as literals. */
import { readFileSync } from 'node:fs';

/** The text of `sql/<name>.sql` with `:word` replaced by the literal of that name. */
export function loadSql(name: string, literals: Readonly<Record<string, string>> = {}): string {
  const text = readFileSync(new URL(`../sql/${name}.sql`, import.meta.url), 'utf8');
  return text.replaceAll(/(?<!:):([a-z]+)\b/g, (whole, word: string) => {
    return Object.hasOwn(literals, word) ? (literals[word] as string) : whole;
  });
}

/** A text as an SQL literal; DuckDB's statements that name files take no parameters. */
export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
