'use client';
/** Clue by clue: who came, who solved it, and how many stood there at once over the evening. */
import type { CluePlay, PlaytestReport } from '@trove/core/playtest';
import Link from 'next/link';
import { formatShare } from '../../format/numbers';
import { Panel } from '../../ui/Panel';
import { Scrollable } from '../../ui/Scrollable';
import { useDraft } from '../draft/DraftProvider';
import { useScopedHref } from '../frame/useScopedHref';

const LIVE = { is: 'live' } as const;
const HEADS = ['Clue', 'Came', 'Solved', 'Gave up', 'Wrong', 'Minutes', 'At once', 'Crowd'];

export function ClueCrowds({ report }: { readonly report: PlaytestReport }) {
  const { clues, teams, stretchMs } = report;
  const most = Math.max(1, ...clues.map(({ mostAtOnce }) => mostAtOnce));
  return (
    <Panel
      note={`a column is ${Math.round(stretchMs / 60_000)} min`}
      state={LIVE}
      title="Where teams pile up"
    >
      <Scrollable className="max-h-[32rem]" label="Clues with their crowds">
        <table className="w-full border-collapse">
          <thead>
            <tr className="text-left text-[13px] text-muted">
              {HEADS.map((head) => (
                <th className="py-1 pr-4 font-normal whitespace-nowrap" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {clues.map((clue) => (
              <CrowdRow clue={clue} key={clue.id} most={most} teams={teams} />
            ))}
          </tbody>
        </table>
      </Scrollable>
    </Panel>
  );
}

interface CrowdRowProps {
  readonly clue: CluePlay;
  readonly most: number;
  readonly teams: number;
}

function CrowdRow({ clue, most, teams }: CrowdRowProps) {
  const { slug } = useDraft().draft;
  const hrefTo = useScopedHref();
  const { id, title, reached, solved, left, wrong, minutes, mostAtOnce, crowd } = clue;
  const isEmpty = reached === 0;
  return (
    <tr className="border-t border-line">
      <td className="min-w-40 py-1 pr-4">
        <Link
          className="hover:underline"
          dir="auto"
          href={hrefTo(`/hunts/${slug}/clues`, { clue: id })}
        >
          {title}
        </Link>
        {isEmpty && <span className="block text-[13px] text-bad">■ nobody gets there</span>}
      </td>
      <td className="figures py-1 pr-4 whitespace-nowrap" title={`${reached} of ${teams}`}>
        {formatShare(reached / teams)}
      </td>
      <td className="figures py-1 pr-4 whitespace-nowrap" title={`${solved} teams`}>
        {isEmpty ? '—' : formatShare(solved / reached)}
      </td>
      <td className="figures py-1 pr-4 whitespace-nowrap">{left}</td>
      <td className="figures py-1 pr-4 whitespace-nowrap">{wrong}</td>
      <td className="figures py-1 pr-4 whitespace-nowrap">
        {minutes === undefined ? '—' : minutes.toFixed(1)}
      </td>
      <td className="figures py-1 pr-4 whitespace-nowrap">{mostAtOnce}</td>
      <td className="py-1">
        <Crowd crowd={crowd} most={most} />
      </td>
    </tr>
  );
}

const WIDTH = 160;
const HEIGHT = 22;

/** The same scale for every clue, so that crowds can be compared down the table. */
function Crowd({ crowd, most }: { readonly crowd: readonly number[]; readonly most: number }) {
  const step = WIDTH / Math.max(1, crowd.length);
  return (
    <svg
      aria-label={`Most teams at once over time: ${crowd.join(', ')}`}
      height={HEIGHT}
      role="img"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
    >
      {crowd.map((teams, at) => {
        const height = (teams / most) * HEIGHT;
        return (
          <rect
            fill="var(--accent)"
            height={height}
            // biome-ignore lint/suspicious/noArrayIndexKey: a stretch of time is its place.
            key={at}
            width={Math.max(0.5, step - 0.5)}
            x={at * step}
            y={HEIGHT - height}
          />
        );
      })}
    </svg>
  );
}
