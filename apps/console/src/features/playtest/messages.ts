/** What the page and its worker say to each other. */
import type { PlaytestReport } from '@trove/core/playtest';

export interface PlaytestAsk {
  /** The hunt file, YAML. */
  readonly text: string;
  readonly teams: number;
  readonly seed: number;
}

export type PlaytestSaying =
  | { readonly is: 'playing'; readonly ended: number; readonly teams: number }
  | { readonly is: 'done'; readonly report: PlaytestReport; readonly tookMs: number }
  | { readonly is: 'failed'; readonly says: string };
