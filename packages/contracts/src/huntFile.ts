/**
 * What a designer's file may hold: the hunt, and fixtures that only `trove hunt test` reads. The
 * fixtures stay in the file's source, which is kept with each version; its hash is the hunt's.
 */
import { z } from 'zod';
import { FIXTURE_LIMITS, Fixture } from './fixtures.js';
import { HuntDefinition } from './hunt.js';

export const HuntFile = HuntDefinition.extend({
  fixtures: z
    .array(Fixture)
    .max(FIXTURE_LIMITS.cases)
    .default([])
    .describe('Cases that trove hunt test runs; they have no effect on play.'),
});
export type HuntFile = z.infer<typeof HuntFile>;
