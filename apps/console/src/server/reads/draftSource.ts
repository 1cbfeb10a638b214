/** The text that a designer works on. */
import { db } from '../connections';
import { database } from '../packages';

/**
 * The draft of a hunt as YAML text: the newest published version's, comments and all, where nobody
 * has changed it. Undefined when there is no such hunt.
 */
export async function draftSource(slug: string): Promise<string | undefined> {
  const reads = database.huntReads(db());
  const [newest] = await reads.versions(slug);
  return newest && (await reads.version(slug, newest.version))?.source;
}
