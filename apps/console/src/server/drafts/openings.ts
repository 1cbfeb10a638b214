/** When hunts open next: the first moment to come at which the hunt or one of its clues opens. */
import { db, logger } from '../connections';
import { core, database } from '../packages';
import { perProcess } from '../perProcess';
import { openingsIn } from './openingsIn';

/** Files whose openings are remembered, and files that are read for one list. */
const REMEMBERED = 2_000;
const READ_AT_ONCE = 100;

/** A state of a hunt's file that never changes: a version, or a revision of a draft. */
export interface FileState {
  readonly slug: string;
  readonly kind: 'version' | 'revision';
  readonly number: number;
}

/**
 * The next opening of each, ms; nothing where none is to come, or where PostgreSQL is away: a list
 * is worth more than this column of it.
 */
export async function nextOpenings(
  files: readonly FileState[],
  nowMs: number,
): Promise<readonly (number | undefined)[]> {
  const known = perProcess('openings', () => new Map<string, readonly number[]>());
  const unknown = files.filter((file) => !known.has(keyOf(file))).slice(0, READ_AT_ONCE);
  for (const file of unknown) {
    const value = await readValue(file);
    if (value === undefined) continue;
    const oldest = known.keys().next().value;
    if (known.size >= REMEMBERED && oldest !== undefined) known.delete(oldest);
    known.set(keyOf(file), openingsIn(value));
  }
  return files.map((file) => known.get(keyOf(file))?.find((ms) => ms > nowMs));
}

function keyOf({ slug, kind, number }: FileState): string {
  return `${slug} ${kind} ${number}`;
}

async function readValue({ slug, kind, number }: FileState): Promise<unknown> {
  try {
    if (kind === 'version') {
      const version = await database.huntReads(db()).version(slug, number);
      return version && JSON.parse(version.body);
    }
    const draft = await database.draftStore(db()).find(slug);
    return draft?.revision === number ? (core.valueOfHuntFile(draft.source) ?? {}) : undefined;
  } catch (error) {
    logger().debug({ err: error, slug }, 'the openings of a hunt could not be read');
    return undefined;
  }
}
