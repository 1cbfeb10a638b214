/**
 * A publication that is to count for what was played before as well: asked for, recomputed beside
 * the hunt's own state, and swapped in by one event of its log.
 */
import { z } from 'zod';

/** Up to `swapping` nothing of the hunt has changed and it can be cancelled; from there on not. */
export const RepublicationState = z.enum([
  'waiting',
  'running',
  'swapping',
  'done',
  'failed',
  'cancelled',
]);
export type RepublicationState = z.infer<typeof RepublicationState>;

/** One of them as the console shows it. */
export interface RepublicationRun {
  readonly id: string;
  readonly hunt: string;
  readonly by: string;
  /** Milliseconds, as is the other time. */
  readonly askedAt: number;
  readonly endedAt: number | undefined;
  /** The version it becomes. */
  readonly version: number;
  readonly state: RepublicationState;
  /** Events recomputed so far, and how many there are; 0 before it is known. */
  readonly done: number;
  readonly total: number;
  /** Why it failed or who cancelled it. */
  readonly says: string | undefined;
  /** Teams whose points it has moved, once it is done. */
  readonly teamsMoved: number | undefined;
}
