/** Where in an event a contract failed, in one text. */
import type { z } from 'zod';

/** The failing field; where a field is one too many, that field and not the object around it. */
export function pathOfIssue(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return '';
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...issue.path, ...extra].map((part) => String(part).slice(0, 64)).join('.');
}
