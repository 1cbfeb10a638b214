/** What stands of a suspected event: open, or what an operator has found. */
import type { Standing } from '@trove/contracts';
import { wordsOfStanding } from './wordsOfStanding';

interface StandingTextProps {
  readonly standing: Standing | undefined;
  readonly points: number;
}

export function StandingText({ standing, points }: StandingTextProps) {
  if (standing === undefined) return <span className="text-doubt">open</span>;
  const { says } = wordsOfStanding(points)[standing];
  return <span className={standing === 'confirmed' ? 'text-good' : 'text-doubt'}>{says}</span>;
}
