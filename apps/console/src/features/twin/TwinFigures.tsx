/** Staleness, cost and divergence, large. */
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { formatCount, formatFineMicros, formatMillis, formatShare } from '../../format/numbers';
import type { TwinAnswer } from './answers';
import { standingOf } from './figures';

export function TwinFigures({ answer }: { readonly answer: TwinAnswer }) {
  const standing = standingOf(answer);
  if (standing === undefined) return null;
  const { staleMs, behind, cpuMs, events, usPerEvent, coreShare, divergence } = standing;
  const isWhole = answer.both?.twin.isWhole ?? true;
  return (
    <dl className="m-0 grid grid-cols-2 gap-4 md:grid-cols-4">
      <Figure name="old" note="the live state is now">
        {formatMillis(staleMs)}
      </Figure>
      <Figure name="events behind" note="of this partition">
        {formatCount(behind)}
      </Figure>
      <Figure
        name={`of CPU for ${formatCount(events)} events`}
        note={
          usPerEvent === undefined
            ? `${formatShare(coreShare)} of a core`
            : `${formatFineMicros(usPerEvent)} each, ${formatShare(coreShare)} of a core`
        }
      >
        {formatMillis(cpuMs)}
      </Figure>
      <Figure
        name="divergence"
        note={isWhole ? 'at the same position' : 'not comparable: some of the record is lost'}
        tone={divergence === 0 ? 'text-good' : 'text-bad'}
      >
        {divergence === 0 ? '● 0' : `■ ${formatCount(divergence)}`}
      </Figure>
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly note: string;
  readonly tone?: string;
  readonly children: ReactNode;
}

function Figure({ name, note, tone, children }: FigureProps) {
  return (
    <div className="flex min-w-0 flex-col">
      <dt className="order-2 text-[13px] text-muted">
        {name} · {note}
      </dt>
      <dd className={clsx('figures m-0 text-xl font-medium', tone)}>{children}</dd>
    </div>
  );
}
