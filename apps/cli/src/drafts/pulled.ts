/**
 * What was pulled: the revision each file stands for, kept beside it in `.trove-pulled.json`, so
 * that a push says what it was made on and never overwrites what somebody else has done since.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';

const NOTE = '.trove-pulled.json';
const Pulled = z.record(
  z.string(),
  z.object({ slug: z.string(), revision: z.number().int().min(0) }),
);

/** Undefined when the file was never pulled. */
export async function revisionOf(file: string, slug: string): Promise<number | undefined> {
  const entry = (await readNote(file))[basename(file)];
  return entry?.slug === slug ? entry.revision : undefined;
}

export async function noteRevision(file: string, slug: string, revision: number): Promise<void> {
  const note = { ...(await readNote(file)), [basename(file)]: { slug, revision } };
  await writeFile(join(dirname(file), NOTE), `${JSON.stringify(note, null, 2)}\n`);
}

/** A note that can't be read is as good as none: a push then needs `--force`. */
async function readNote(file: string): Promise<z.infer<typeof Pulled>> {
  const text = await readFile(join(dirname(file), NOTE), 'utf8').catch(() => '{}');
  try {
    return Pulled.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
