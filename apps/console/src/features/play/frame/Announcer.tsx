'use client';
/**
 * Says what has just happened, above the thumb and to screen readers: politely, once, and in a
 * list that stays (messages, or what was sent).
 */
import clsx from 'clsx';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { News } from '../client/playState';
import { usePlay } from '../client/usePlay';

/** What stands on its own screen too goes by itself; messages wait to be put away. */
const SHOWN_MS = 8_000;

const LOOKS: Readonly<Record<News['tone'], string>> = {
  message: 'border-accent',
  good: 'border-good',
  bad: 'border-bad',
  doubt: 'border-doubt',
  quiet: 'border-line',
};

export function Announcer() {
  const { state } = usePlay();
  const [dismissed, setDismissed] = useState<string>();
  const { news } = state;
  useEffect(() => {
    if (news === undefined || news.tone === 'message') return;
    const timer = setTimeout(() => setDismissed(news.key), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [news]);
  const isShown = news !== undefined && news.key !== dismissed;
  return (
    <div aria-live="polite" role="status">
      {isShown && (
        <div
          className={clsx(
            'mt-1 flex items-center gap-2 rounded-xl border-2 bg-ground pl-4',
            LOOKS[news.tone],
          )}
          key={news.key}
        >
          <p className="m-0 min-w-0 flex-1 py-2 font-medium break-words" dir="auto">
            {news.tone === 'message' && <span className="sr-only">The organisers say: </span>}
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
