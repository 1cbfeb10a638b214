'use client';
/** Which stretch of the past is shown, how coarse its points are, and the way back to now. */
import { formatMillis } from '../../format/numbers';
import { formatClock, formatDay } from '../../format/times';
import { LIVE_AGAIN, useIsRangeBroken, useScope } from '../../live/scope';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { CopyLink } from './CopyLink';
import type { Overview } from './useOverview';

export function RangeNote({ overview }: { readonly overview: Overview | undefined }) {
  const [{ range }, setScope] = useScope();
  const isBroken = useIsRangeBroken();
  if (isBroken) {
    return <Notice tone="doubt">The range in this address can’t be read. Shown is now.</Notice>;
  }
  if (!overview?.isPast) return null;
  const [from, to] = overview.domain;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px] text-muted">
      <p>
        <span className="figures text-ink">{wordsOf(from, to)}</span>, one point is{' '}
        {formatMillis(overview.view.widthMs)}
      </p>
      {overview.isAhead && <p className="text-doubt">This has not come yet.</p>}
      {range && (
        <>
          <CopyLink />
          <Button onClick={() => void setScope(LIVE_AGAIN)} title="Esc" tone="bare">
            Back to live
          </Button>
        </>
      )}
    </div>
  );
}

function wordsOf(from: number, to: number): string {
  const isOneDay = formatDay(from) === formatDay(to);
  const end = isOneDay ? formatClock(to) : `${formatDay(to)} ${formatClock(to)}`;
  return `${formatDay(from)} ${formatClock(from)} to ${end}`;
}
