/** Every refusal has one of these codes. The table is the documentation of each. */
import { z } from 'zod';
import type { Immutable } from './immutable.js';
import { PROBLEMS } from './problemCodes.js';
import { RefusedEvent } from './refusedEvent.js';

export { PROBLEMS };

export type ProblemCode = keyof typeof PROBLEMS;
export const ProblemCode = z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]);

export const Problem = z
  .object({
    code: ProblemCode,
    title: z.string(),
    detail: z.string(),
    status: z.int(),
    path: z.string().optional(),
    retryAfterMs: z.int().optional(),
    refused: RefusedEvent.optional().describe('Of a receipt asked for: what the door refused.'),
  })
  .describe('RFC 9457 problem details, also the error of socket answers.');
export type Problem = Immutable<z.infer<typeof Problem>>;

/** A problem of this code; `detail` says what was found in this case. */
export function problem(code: ProblemCode, detail: string, more: Partial<Problem> = {}): Problem {
  return { code, title: PROBLEMS[code].means, detail, status: PROBLEMS[code].status, ...more };
}
