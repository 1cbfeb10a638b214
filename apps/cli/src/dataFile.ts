/** What `npm start` notes for tools: files in the data folder of the project one stands in. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { readDataDir } from './env.js';

export interface DataPlace {
  /** The folder one stands in. */
  readonly from: string;
  /** As the environment has it: absolute, or below the project. */
  readonly dataDir: string;
}

/** Where this process looks for the data folder. */
export function dataPlace(): DataPlace {
  return { from: process.cwd(), dataDir: readDataDir() };
}

/** The nearest data folder's file of this name, from a folder upwards. */
export async function readDataFile<T>(
  name: string,
  { from, dataDir }: DataPlace,
): Promise<T | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    const text = await readFile(resolve(folder, dataDir, name), 'utf8').catch(() => undefined);
    if (text !== undefined) return JSON.parse(text) as T;
    if (folder === dirname(folder)) return undefined;
  }
}
