/** What costs much to read of a hunt is read once for all who look at it together. */
import { perProcess } from '../../perProcess';

interface Shared<T> {
  readonly atMs: number;
  readonly value: Promise<T>;
}

/** All who ask within this time get the same. */
const SHARED_MS = 1_000;
const SHARED_HUNTS = 100;

export interface SharedRead<T> {
  /** What is read, as `team-photos`. */
  readonly name: string;
  readonly slug: string;
  readonly read: () => Promise<T>;
}

/** A read that failed is shared with those who waited for it, and kept for nobody else. */
export async function shareRead<T>({ name, slug, read }: SharedRead<T>): Promise<T> {
  const shared = perProcess(name, () => new Map<string, Shared<T>>());
  const known = shared.get(slug);
  const atMs = Date.now();
  if (known !== undefined && atMs - known.atMs < SHARED_MS) return await known.value;
  const value = read();
  if (shared.size >= SHARED_HUNTS) shared.clear();
  shared.set(slug, { atMs, value });
  try {
    return await value;
  } catch (error) {
    shared.delete(slug);
    throw error;
  }
}
