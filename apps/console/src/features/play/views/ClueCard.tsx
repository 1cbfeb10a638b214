'use client';
/** One clue in a list: what it is, what it is worth, and how far own tries have come. */
import type { ClueView } from '@trove/contracts';
import clsx from 'clsx';
import { latestFor } from '../client/submission';
import { usePlay } from '../client/usePlay';
import { kindLook } from '../find/kinds';
import { hrefOf } from '../frame/route';
import { metresTo } from '../map/projection';
import { usePosition } from '../map/usePosition';
import { distanceText, walkText } from '../words/clockText';

export function ClueCard({ clue }: { readonly clue: ClueView }) {
  const { state } = usePlay();
  const { position } = usePosition();
  const { id, title, status, worth, points, place } = clue;
  const { Icon, how } = kindLook(clue.kind);
  const waits = latestFor(state.submissions, id)?.progress === 'waiting';
  const away = place && position && metresTo(position, place);
  return (
    <a
      className={clsx(
        'flex min-h-16 items-center gap-3 rounded-xl border-2 border-line px-4 py-2 text-ink',
        status === 'locked' || status === 'closed' ? 'bg-ground' : 'bg-panel',
      )}
      href={hrefOf({ screen: 'clue', clue: id })}
    >
      <Icon aria-hidden="true" className="shrink-0 text-accent" size={24} />
      <span className="min-w-0 flex-1">
        <span className="block font-medium break-words" dir="auto">
          {title}
        </span>
        <span className="block text-sm text-muted">
          {how}
          {away !== undefined && ` · ${distanceText(away)} · ${walkText(away)}`}
          {waits && ' · waiting for signal'}
        </span>
      </span>
      <span className="figures shrink-0 text-right font-semibold">
        {status === 'solved' ? (
          <span className="text-good">
            ✓<span className="sr-only"> solved</span>
          </span>
        ) : (
          <>
            {worth ?? points}
            <span className="block font-sans text-sm font-normal text-muted">pts</span>
          </>
        )}
      </span>
    </a>
  );
}
