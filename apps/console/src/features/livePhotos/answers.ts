/** What the routes of a hunt's photos answer. */
import type { PhotoStatus } from '@trove/contracts';

/** A clue as the one who judges its photos needs it. */
export interface PhotoClue {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly points: number;
  /** What a photo must show; absent when the hunt file does not say. */
  readonly shows?: string;
  /** Photos that may be rejected; absent when there is no limit. */
  readonly attempts?: number;
}

export interface PhotoRow {
  /** The photo's id. */
  readonly photo: string;
  readonly team: string;
  readonly name?: string;
  /** Id of its clue, which a later version may have taken away. */
  readonly clue: string;
  readonly status: PhotoStatus;
  /** By the hunt's clock, ms. */
  readonly submittedMs: number;
  readonly reason?: string;
  /** What the team said against a rejection. */
  readonly appeal?: string;
  /** What its acceptance has moved. */
  readonly points?: number;
  /** Photos of this clue that were rejected before. */
  readonly wrong: number;
  /** False when its picture is deleted; absent while PostgreSQL does not answer. */
  readonly hasPicture?: boolean;
}

export interface PhotosAnswer {
  readonly clues: readonly PhotoClue[];
  /** To be judged: appeals first, then the longest waiting. Judged: the newest first. */
  readonly rows: readonly PhotoRow[];
  readonly waiting: number;
  readonly appealed: number;
  readonly judged: number;
  /** True when there are more than `rows` has, or teams that were not looked at. */
  readonly isCut: boolean;
  readonly nowMs: number;
  /** Days for which a picture is kept. */
  readonly keptDays: number;
}
