/** Holds the files against the manifest: what is missing, damaged, left over, or never archived. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Of } from './archiveFolder.js';
import { folderOf, rangeOf } from './fileName.js';
import { type ManifestFile, voidFrom } from './manifest.js';

export interface ArchiveProblem {
  readonly kind: 'missing' | 'size' | 'checksum' | 'gap' | 'overlap' | 'unknown';
  /** The file, or the partition for a gap. */
  readonly where: string;
  readonly says: string;
}

/** Every problem; an empty list means that each file is as it was written and none is lacking. */
export async function verifyArchive(
  folder: string,
  files: readonly ManifestFile[],
): Promise<ArchiveProblem[]> {
  const problems: ArchiveProblem[] = [];
  for (const file of files) {
    const problem = await problemOf(folder, file);
    if (problem !== undefined) problems.push(problem);
  }
  problems.push(...rangeProblems(files), ...(await unknownFiles(folder, files)));
  return problems;
}

async function problemOf(
  folder: string,
  { path, bytes, sha256 }: ManifestFile,
): Promise<ArchiveProblem | undefined> {
  const file = join(folder, path);
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) {
    return { kind: 'missing', where: path, says: 'the manifest names it, the folder lacks it' };
  }
  if (found.size !== bytes) {
    const says = `it has ${found.size} bytes, the manifest says ${bytes}`;
    return { kind: 'size', where: path, says };
  }
  if ((await sha256Of(file)) !== sha256) {
    return { kind: 'checksum', where: path, says: 'its bytes are not those that were written' };
  }
  return undefined;
}

/** Gaps and overlaps between the files that count, partition by partition. */
export function rangeProblems(files: readonly ManifestFile[]): ArchiveProblem[] {
  const cut = voidFrom(files);
  const counted = files
    .map((file) => ({ ...file, end: Math.min(file.lastPosition + 1, cut.get(file) ?? Infinity) }))
    .filter(({ firstPosition, end }) => end > firstPosition)
    .sort((a, b) => a.partition - b.partition || a.firstPosition - b.firstPosition);
  const problems: ArchiveProblem[] = [];
  for (const [i, file] of counted.entries()) {
    const before = counted[i - 1];
    if (before === undefined || before.partition !== file.partition) continue;
    const where = folderOf(file.partition);
    if (file.firstPosition > before.end) {
      const says = `positions ${before.end} to ${file.firstPosition - 1} were never archived`;
      problems.push({ kind: 'gap', where, says });
    }
    if (file.firstPosition < before.end) {
      const says = `${before.path} and ${file.path} hold the same positions`;
      problems.push({ kind: 'overlap', where, says });
    }
  }
  return problems;
}

/** Archive files that the manifest does not name: a crash left them, or the manifest lost them. */
async function unknownFiles(
  folder: string,
  files: readonly ManifestFile[],
): Promise<ArchiveProblem[]> {
  const known = new Set(files.map(({ path }) => path));
  const inside = await readdir(folder).catch(() => []);
  const problems: ArchiveProblem[] = [];
  for (const name of inside.filter((entry) => /^p\d+$/.test(entry))) {
    for (const file of await readdir(join(folder, name))) {
      const path = `${name}/${file}`;
      if (rangeOf(Number(name.slice(1)), file) === undefined || known.has(path)) continue;
      const says = 'the manifest does not name it; the next run that needs its place sets it aside';
      problems.push({ kind: 'unknown', where: path, says });
    }
  }
  return problems;
}
