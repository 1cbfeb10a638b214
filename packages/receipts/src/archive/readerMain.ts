/**
 * The archive's reader as a process of its own: DuckDB takes neither time nor memory from who
 * asks, and a crash of it costs one answer. It ends with the process that started it.
 */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type EventSearch, findEvents } from '@trove/archive';
import type { ReaderAnswer, ReaderAsk } from './readerMessages.js';

process.once('disconnect', () => process.exit(0));

/** One after another: a search has the memory it is given to itself. */
let turn: Promise<void> = Promise.resolve();

process.on('message', (ask: ReaderAsk) => {
  turn = turn.then(async () => {
    process.send?.(await answer(ask));
  });
});

async function answer({ number, search }: ReaderAsk): Promise<ReaderAnswer> {
  try {
    const files = await present(search);
    const events = files.length === 0 ? [] : await findEvents({ ...search, files });
    return { number, events };
  } catch (error) {
    return { number, fault: error instanceof Error ? error.message : String(error) };
  }
}

/** The files that this machine has: a manifest may name some that stand on another's disk. */
async function present({ folder, files }: EventSearch): Promise<EventSearch['files']> {
  const there = await Promise.all(
    files.map(({ path }) =>
      access(join(folder, path)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return files.filter((_, i) => there[i]);
}
