/** Divisions of a hunt: teams that play the same and are ranked among themselves. */
import { z } from 'zod';
import { LocalId } from './ids.js';

export const Division = z.strictObject({
  id: LocalId.describe('Named by those who join; unique within the hunt.'),
  title: z.string().min(1).max(60).describe('What it is called on boards.'),
});
export type Division = z.infer<typeof Division>;
