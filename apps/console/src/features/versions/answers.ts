/** What the routes of the Versions tab answer. */
import type { RepublicationRun } from '@trove/contracts';
import type { HuntDifference } from '@trove/core';

export interface VersionView {
  readonly version: number;
  readonly title: string;
  readonly publishedBy: string;
  readonly publishedAt: string;
  readonly hash: string;
}

export interface VersionsAnswer {
  /** The version in play; absent before the first. */
  readonly live: number | undefined;
  /** Newest first. */
  readonly versions: readonly VersionView[];
  /** The newest publication that was to count for what was played; absent when there was none. */
  readonly republication?: RepublicationRun;
}

/** Who is in mid-hunt when a change comes. */
export interface AffectedPlay {
  readonly teams: number;
  readonly clues: readonly AffectedClue[];
}

/** A clue that teams have solved already, and that is changed or gone. */
export interface AffectedClue {
  readonly id: string;
  readonly title: string;
  readonly solves: number;
  readonly isGone: boolean;
}

export type DiffAnswer =
  | { readonly isSound: false }
  | {
      readonly isSound: true;
      readonly changes: readonly HuntDifference[];
      /** The same in sentences. */
      readonly says: readonly string[];
      readonly affected: AffectedPlay | undefined;
      /** The text that is compared stands in some version as it is. */
      readonly isPublished: boolean;
    };
