/** What a suspected event has moved. */
import { formatCount } from '../../format/numbers';

export function PointsText({ points }: { readonly points: number }) {
  if (points === 0) return <span className="text-muted">no points</span>;
  return (
    <span className="figures text-accent">
      {points > 0 ? '+' : ''}
      {formatCount(points)}
    </span>
  );
}
