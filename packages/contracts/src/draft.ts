/** Drafts of hunts: how they are changed, and what their readers are told. */
import { z } from 'zod';
import type { Finding } from './finding.js';
import { ADD, MOVE, REMOVE, REPLACE } from './jsonPatch.js';

/** Operations of one saving: a designer's hand makes one or two, a new row of a table a few. */
const OPERATIONS = 500;

/** JSON Patch, RFC 6902, without copies and tests: a revision says what it was made on. */
export const DraftPatch = z
  .array(z.discriminatedUnion('op', [ADD, REPLACE, REMOVE, MOVE]))
  .min(1)
  .max(OPERATIONS);
export type DraftPatch = z.infer<typeof DraftPatch>;

/** A draft as its designers see it. */
export interface DraftView {
  readonly slug: string;
  readonly title: string;
  /** Raised with every change. */
  readonly revision: number;
  /** The published version it began as; 0 for a hunt that was never published. */
  readonly baseVersion: number;
  /** The newest version; above `baseVersion` somebody has published meanwhile. */
  readonly lastVersion: number;
  /** The file as a value, sound or not; nothing when its text is no YAML. */
  readonly value: unknown;
  readonly source: string;
  readonly findings: readonly Finding[];
  /** What the linter did not look for, or cut off: a sentence each. */
  readonly unsaid: readonly string[];
  readonly review: DraftReview;
  readonly updatedBy: string;
  readonly updatedAt: string;
}

export interface DraftReview {
  readonly isNeeded: boolean;
  /** Who asked for it; only they and admins may take it off. */
  readonly askedBy?: string;
  /** Whether this very revision was reviewed by somebody who did not make it. */
  readonly isDone: boolean;
  readonly by?: string;
  readonly says?: string;
}
