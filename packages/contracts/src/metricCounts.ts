/** Counts by word, as ticks and reports carry them: a word that counted nothing is left out. */
import { z } from 'zod';

/** Whole numbers from 0 up to `most`, under words of `keys`. */
export function countsOf<T extends z.ZodEnum>(keys: T, most = Number.MAX_SAFE_INTEGER) {
  return z.partialRecord(keys, z.int().min(0).max(most));
}
