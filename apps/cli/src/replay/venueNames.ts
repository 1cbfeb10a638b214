/** Names of places from a venues file (tab-separated place, name, …), made fit for a title. */
import { readLines } from './checkinFile.js';

const TITLE_LENGTH = 120;
/** Control, format and private characters, lone surrogates, and marks of broken encodings. */
const UNFIT = /[\p{C}\uFFFD]+/gu;

/** A title of at most 120 characters; undefined when nothing readable is left of the name. */
export function cleanName(name: string): string | undefined {
  const readable = name.replace(UNFIT, ' ').replace(/\s+/g, ' ').trim();
  const cut = readable
    .slice(0, TITLE_LENGTH)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
  return cut === '' ? undefined : cut;
}

/** The names of the wanted places. */
export async function readVenueNames(
  path: string,
  wanted: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for await (const line of readLines(path)) {
    const [place = '', name = ''] = line.split('\t');
    const clean = wanted.has(place) ? cleanName(name) : undefined;
    if (clean !== undefined && !names.has(place)) names.set(place, clean);
  }
  return names;
}
