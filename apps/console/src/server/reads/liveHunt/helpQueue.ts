/** Who stands in the queue of those that may need help. */
import type { HuntState } from '@trove/core';
import type { TeamOutline } from '@trove/streams';

interface Queue {
  readonly names: readonly string[];
  readonly outlines: ReadonlyMap<string, TeamOutline>;
  readonly rules: { readonly clues: readonly { readonly id: string }[] };
  readonly hunt: Pick<HuntState, 'statuses'>;
  /** Since when a team has solved nothing, ms. */
  readonly sinceOf: (team: string) => number;
}

/** Teams that have a clue left and are not banned, the longest without a solve first. */
export function helpQueue({ names, outlines, rules, hunt, sinceOf }: Queue): string[] {
  const isUnderWay = (team: string) => {
    const solved = outlines.get(team)?.solved;
    return solved !== undefined && rules.clues.some(({ id }) => !solved.has(id));
  };
  return names
    .filter((team) => hunt.statuses.get(team) !== 'banned' && isUnderWay(team))
    .sort((a, b) => sinceOf(a) - sinceOf(b));
}
