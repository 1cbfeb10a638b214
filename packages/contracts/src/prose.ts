/** Sentences in schemas, which stand in the documents: long ones over several lines. */
import { z } from 'zod';

/** One line of what was written over several. */
export function prose(text: TemplateStringsArray): string {
  return text.join('').replace(/\s+/g, ' ').trim();
}

/** A moment as ISO 8601, in UTC. */
export const Instant = z.string().meta({ format: 'date-time' });
