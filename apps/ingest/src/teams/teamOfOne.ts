/** The team of who plays alone: an id that nobody else has, and a name for the board. */
import { randomBytes } from 'node:crypto';

const TOLD_APART_BY = 4;

/** Both tell nothing of the player. */
export function teamOfOne(): { readonly id: string; readonly name: string } {
  const digits = randomBytes(6).toString('hex');
  return { id: `solo-${digits}`, name: `Solo player ${digits.slice(0, TOLD_APART_BY)}` };
}
