/** The entries of a filter as lines of JSON, newest first: one page is in memory at a time. */
import type { Db } from '@trove/db';
import { entryPages, type Walk } from './entryPages.js';

/** Each piece is whole lines. Rejects in the middle when PostgreSQL goes away. */
export async function* exportLines(db: Db, walk: Walk): AsyncGenerator<string> {
  for await (const page of entryPages(db, walk)) {
    yield page.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  }
}
