/** What came of a tried event beside its verdict and its rules, as names and what is true. */
import type { TriedEvent } from '@trove/core';
import { formatCount } from '../../format/numbers';
import type { Fact } from '../../ui/FactList';
import type { HuntTitles } from '../rules/titles';

export function triedFacts(event: TriedEvent, titles: HuntTitles): readonly Fact[] {
  const { scoreBefore, scoreAfter, board, effects, counters } = event;
  const { unlocked, badges, messages, reason, availableAt, suspicions, unmet, hint } = effects;
  const names = Object.entries(counters).map(([name, count]) => `${name} ${formatCount(count)}`);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Points', `${formatCount(scoreBefore)} → ${formatCount(scoreAfter)}`],
    ['Rank', board && rankWords(board)],
    ['Unlocked', unlocked?.map(titles.titleOfClue).join(', ')],
    ['Counters', names.length === 0 ? undefined : names.join(', ')],
    ['Badges', badges?.join(', ')],
    ['Told', messages?.map((text) => `“${text}”`).join(' ')],
    ['Hint', hint?.text],
    ['Why', reason?.replaceAll('_', ' ')],
    ['Again from', availableAt],
    ['Suspected of', suspicions?.join(', ')],
    ['Not as expected', unmet?.join(', ')],
    [event.isNextTold ? 'Told to try' : 'If it asks', nextWords(event, titles)],
  ];
  return facts.flatMap(([name, says]): Fact[] => (says === undefined ? [] : [[name, says]]));
}

function rankWords({ rankBefore, rankAfter, of }: NonNullable<TriedEvent['board']>): string {
  const rank = rankBefore === rankAfter ? `${rankAfter}` : `${rankBefore} → ${rankAfter}`;
  return `${rank} of ${formatCount(of)}`;
}

function nextWords({ next }: TriedEvent, titles: HuntTitles): string {
  if (next.length === 0) return 'nothing is left to try';
  return next
    .map(({ clue, distanceM }) => {
      const away = distanceM === undefined ? '' : ` (${formatCount(distanceM)} m)`;
      return `${titles.titleOfClue(clue)}${away}`;
    })
    .join(', ');
}
