/** Statements live in sql/*.sql, beside the package's source, and are read once at start. */
import { readFileSync } from 'node:fs';

/** The statement in `sql/<name>.sql`. Throws when there is no such file. */
export function loadSql(name: string): string {
  return readFileSync(new URL(`../sql/${name}.sql`, import.meta.url), 'utf8');
}
