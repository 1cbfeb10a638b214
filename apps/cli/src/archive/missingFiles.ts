/** Files of the manifest that the folder lacks, so that a query can say so in a sentence. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundArchive } from './findArchive.js';

export async function missingFiles({ folder, files }: FoundArchive): Promise<string[]> {
  const missing: string[] = [];
  for (const { path } of files) {
    await access(join(folder, path)).catch(() => missing.push(path));
  }
  return missing;
}
