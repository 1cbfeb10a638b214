/** Holds the hunts of a partition that were folded against their live state at the same place. */
import type { Outcome } from '@trove/contracts';
import {
  type Divergence,
  differencesOf,
  divergenceOf,
  type RecordTally,
} from '@trove/core/backtest';
import type { LiveCounts, LiveHuntCounts } from '@trove/streams';
import type { PartitionTwin } from './partitionTwin.js';

export interface HuntComparison {
  readonly slug: string;
  readonly tally: RecordTally;
  /** None where the record is not whole: there is nothing to compare with. */
  readonly divergence: Divergence;
}

export interface PartitionComparison {
  readonly hunts: readonly HuntComparison[];
  /** Of the partition as a whole, where its record and all its hunts are whole. */
  readonly divergence: Divergence;
}

/** Both must stand at the same position. */
export function compareHunts(twin: PartitionTwin, live: LiveCounts): PartitionComparison {
  const hunts = [...twin.hunts].map(([slug, tally]): HuntComparison => {
    const counts = live.hunts.get(slug) ?? NOTHING;
    return { slug, tally, divergence: tally.isWhole ? divergenceOfHunt(tally, counts) : NONE };
  });
  const isWhole = twin.isWhole && hunts.every(({ tally }) => tally.isWhole);
  const outcomes: ReadonlyMap<Outcome, number> = twin.outcomes();
  const divergence = isWhole
    ? divergenceOf(differencesOf('outcome', live.outcomes, outcomes))
    : NONE;
  return { hunts, divergence };
}

const NONE: Divergence = { count: 0, differences: [] };
const NOTHING: LiveHuntCounts = { scores: new Map(), isCut: false, solves: new Map() };

function divergenceOfHunt(tally: RecordTally, live: LiveHuntCounts): Divergence {
  const { scores, solves } = tally.counts();
  const compared = live.isCut
    ? new Map([...scores].filter(([team]) => live.scores.has(team)))
    : scores;
  return divergenceOf(
    differencesOf('score', live.scores, compared),
    differencesOf('solves', live.solves, solves),
  );
}
