/** A place in one partition's results, which clients keep so that they miss nothing. */
import { z } from 'zod';

/** Place in one partition's results: comparable only within one partition and epoch. */
export const ResultOffset = z.object({
  partition: z.int().min(0),
  epoch: z.int().min(0),
  offset: z
    .int()
    .min(0)
    .describe('Position of the next undecided event; grows with every commit of the partition.'),
});
export type ResultOffset = Readonly<z.infer<typeof ResultOffset>>;
