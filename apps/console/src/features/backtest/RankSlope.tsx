/**
 * Two boards side by side, each team a line from where it stood to where it would stand. Teams are
 * in the order of each board, so that equal ranks do not lie on each other.
 */
import type { RankChange } from '@trove/contracts';
import { formatCount } from '../../format/numbers';
import { Scrollable } from '../../ui/Scrollable';
import { signed } from './words';

const ROW = 22;
const WIDTH = 440;
/** Where the lines begin and end. */
const LEFT = 150;
const RIGHT = 260;
const LETTERS = 16;

export function RankSlope({ ranks }: { readonly ranks: readonly RankChange[] }) {
  const before = ranks.toSorted((a, b) => a.before.rank - b.before.rank || order(a, b));
  const placeBefore = new Map(before.map(({ team }, i) => [team, i]));
  const height = ranks.length * ROW + ROW;
  const y = (place: number) => ROW * 1.5 + place * ROW;
  return (
    <Scrollable className="max-w-xl" label="Ranks before and after, scrollable">
      <svg
        aria-label={`Ranks before and after: ${wordsOf(ranks)}`}
        className="min-w-[26rem] text-[12px]"
        role="img"
        viewBox={`0 0 ${WIDTH} ${height}`}
      >
        <text className="fill-muted" textAnchor="end" x={LEFT - 8} y={ROW * 0.7}>
          before
        </text>
        <text className="fill-muted" x={RIGHT + 8} y={ROW * 0.7}>
          after
        </text>
        {ranks.map((change, after) => {
          const from = y(placeBefore.get(change.team) ?? 0);
          return <Slope change={change} from={from} key={change.team} to={y(after)} />;
        })}
      </svg>
    </Scrollable>
  );
}

interface SlopeProps {
  readonly change: RankChange;
  readonly from: number;
  readonly to: number;
}

function Slope({ change, from, to }: SlopeProps) {
  const { team, name = team, before, after } = change;
  const short = name.length > LETTERS ? `${name.slice(0, LETTERS - 1)}…` : name;
  const rise = before.rank - after.rank;
  const hue = rise > 0 ? 'var(--good)' : rise < 0 ? 'var(--bad)' : 'var(--muted)';
  const title =
    `${name}: ${before.rank} to ${after.rank}, ` +
    `${formatCount(before.score)} to ${formatCount(after.score)} points`;
  return (
    <g>
      <title>{title}</title>
      <text className="fill-ink" dominantBaseline="middle" textAnchor="end" x={LEFT - 8} y={from}>
        {short} <tspan className="figures fill-muted">{before.rank}</tspan>
      </text>
      <line stroke={hue} strokeWidth={rise === 0 ? 1 : 2} x1={LEFT} x2={RIGHT} y1={from} y2={to} />
      <text className="fill-ink" dominantBaseline="middle" x={RIGHT + 8} y={to}>
        <tspan className="figures fill-muted">{after.rank}</tspan> {short}{' '}
        <tspan fill={hue}>{rise === 0 ? '' : rise > 0 ? `▲${rise}` : `▼${-rise}`}</tspan>{' '}
        <tspan className="figures fill-muted">{signed(after.score - before.score)}</tspan>
      </text>
    </g>
  );
}

function order(a: RankChange, b: RankChange): number {
  return a.team < b.team ? -1 : 1;
}

/** What the lines show, for those who do not see them. */
function wordsOf(ranks: readonly RankChange[]): string {
  return ranks
    .map(({ team, name = team, before, after }) => `${name} ${before.rank} to ${after.rank}`)
    .join(', ');
}
