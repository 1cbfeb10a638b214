/** How the members of a team and its points over time stand in its JSON text, and the directory. */
import type { Roster, ScorePoint, Timeline } from '@trove/core';

export interface StoredRoster {
  /** Code, captain and how many numbers were given; absent as in the roster. */
  readonly k?: string | undefined;
  readonly c?: number | undefined;
  readonly g: number;
  /** Player, number, name, and when it joined. */
  readonly m: readonly (readonly [string, number, string, number])[];
}

export function storedRoster({ code, captain, given, members }: Roster): StoredRoster {
  return {
    k: code,
    c: captain,
    g: given,
    m: [...members].map(([player, { member, name, joinedMs }]) => [player, member, name, joinedMs]),
  };
}

export function parseRoster({ k, c, g, m }: StoredRoster): Roster {
  return {
    code: k,
    captain: c,
    given: g,
    members: new Map(
      m.map(([player, member, name, joinedMs]) => [player, { member, name, joinedMs }]),
    ),
  };
}

/** The gap, then each point's seconds and score less those of the one before. */
export type StoredTimeline = readonly number[];

export function storedTimeline({ gapS, points }: Timeline): StoredTimeline {
  const stored = [gapS];
  let [atS, score] = [0, 0];
  for (const point of points) {
    stored.push(point.atS - atS, point.score - score);
    ({ atS, score } = point);
  }
  return stored;
}

export function parseTimeline([gapS = 0, ...steps]: StoredTimeline): Timeline {
  const points: ScorePoint[] = [];
  let [atS, score] = [0, 0];
  for (let i = 0; i + 1 < steps.length; i += 2) {
    atS += steps[i] as number;
    score += steps[i + 1] as number;
    points.push({ atS, score });
  }
  return { gapS, points };
}

/** What the directory holds of a name that leads to no team any more: fields are never deleted. */
export const NO_TEAM = '';

/** @param text the directory's field of a name; null where it has none */
export function teamInDirectory(text: string | null | undefined): string | undefined {
  return text === null || text === NO_TEAM ? undefined : text;
}
