/** The card of an event that the door refused: it never reached the log, so it has no receipt. */
import { z } from 'zod';
import type { Immutable } from './immutable.js';
import { prose } from './prose.js';
import { QuarantineState } from './quarantine.js';
import { Outcome } from './vocabulary.js';

export const RefusedEvent = z
  .object({
    id: z.string(),
    outcome: Outcome.extract(['invalid', 'late']),
    why: z.string().describe('The outcome in one sentence.'),
    refusedAt: z.number().describe("Milliseconds since 1970, on the server's clock."),
    code: z.string().describe('What it was refused for: the code of a problem.'),
    path: z.string().optional().describe('The field that was wrong.'),
    detail: z.string().describe('What was found there.'),
    version: z.int().optional().describe("Version of the hunt's rules in force then."),
    state: QuarantineState.optional().describe(prose`
      What has become of it in quarantine: \`open\` waits for somebody, \`replayed\`
      was sent again, \`discarded\` was left for good; absent while nobody knows.
    `),
    hunt: z.string().optional(),
    type: z.string().optional(),
    team: z.string().optional(),
    player: z.string().optional(),
    source: z.string().describe('Who sent it.'),
  })
  .describe(prose`
    An event that the door refused, as far as its sender's envelope could be read.
  `);
export type RefusedEvent = Immutable<z.infer<typeof RefusedEvent>>;
