/** Which photo is which, and where a step from one leads. */
import type { PhotoRow } from './answers';

/** The same photo appealed is looked at anew. */
export function keyOfPhoto({ photo, status }: Pick<PhotoRow, 'photo' | 'status'>): string {
  return `${photo} ${status}`;
}

/** Stays at either end. */
export function stepFrom(at: number, step: number, count: number): number {
  return Math.max(0, Math.min(count - 1, at + step));
}
