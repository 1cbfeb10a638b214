/** What the routes of history answer; made on the server, drawn in the browser. */
import type { Bucket, BucketSlice, Covered, Incident } from '@trove/core/projection';

/** A moment that explains a chart. */
export interface Mark {
  readonly kind: 'publication' | 'start';
  readonly id: string;
  readonly atMs: number;
  /** Empty when it is of the whole installation. */
  readonly hunt: string;
  readonly subject: string;
}

export interface MarksAnswer {
  /** Newest first. */
  readonly marks: readonly Mark[];
}

export interface HistoryAnswer extends MarksAnswer {
  /** The range asked for, widened to whole buckets. Milliseconds on Redis's clock. */
  readonly from: number;
  readonly to: number;
  readonly widthMs: number;
  /** Those that are over and written, oldest first. */
  readonly buckets: readonly Bucket[];
  /** Figures of the whole range, from merged sketches. */
  readonly stages: BucketSlice['stages'];
  /** By hunt, which of its clues were suggested in the whole range, and how often each. */
  readonly covered: Readonly<Record<string, Covered>>;
  /** Of the hunt asked for, or of all; null where the range is too long or too old to tell. */
  readonly incidents: readonly Incident[] | null;
  /** When this was answered. */
  readonly nowMs: number;
  /** Up to when history is written; null before anything is. */
  readonly knownToMs: number | null;
}
