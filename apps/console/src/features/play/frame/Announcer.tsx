'use client';
/**
 * Says what has just happened, on the screen and to screen readers: politely, once, and in a list
 * that stays (messages, or what was sent).
 */
import clsx from 'clsx';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { usePlay } from '../client/usePlay';

/** What stands on its own screen too goes by itself; messages wait to be put away. */
const SHOWN_MS = 8_000;

const LOOKS = {
  message: 'border-accent',
  result: 'border-good',
  phase: 'border-accent',
  trouble: 'border-bad',
} as const;

export function Announcer() {
  const { state } = usePlay();
  const [dismissed, setDismissed] = useState<string>();
  const { news } = state;
  useEffect(() => {
    if (news === undefined || news.is === 'message') return;
    const timer = setTimeout(() => setDismissed(news.key), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [news]);
  const isShown = news !== undefined && news.key !== dismissed;
  return (
    <div
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 top-16 z-20 px-3"
      role="status"
    >
      {isShown && (
        <div
          className={clsx(
            'pointer-events-auto mx-auto flex max-w-xl items-start gap-2 rounded-xl border-2',
            'bg-panel py-1 pr-1 pl-4',
            LOOKS[news.is],
          )}
          key={news.key}
        >
          <p className="m-0 flex-1 py-2 font-medium break-words" dir="auto">
            {news.is === 'message' && <span className="sr-only">Message of the organisers: </span>}
            {news.says}
          </p>
          <button
            aria-label="Hide this"
            className="flex size-12 shrink-0 items-center justify-center rounded-lg"
            onClick={() => setDismissed(news.key)}
            type="button"
          >
            <X aria-hidden="true" size={22} />
          </button>
        </div>
      )}
    </div>
  );
}
