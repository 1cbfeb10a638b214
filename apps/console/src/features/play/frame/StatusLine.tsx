'use client';
/** The connection, honestly, and the way to all that was sent. */
import clsx from 'clsx';
import { usePlay } from '../client/usePlay';
import { connectionWords } from '../words/connectionWords';
import { hrefOf } from './route';

const MARKS = { good: '●', doubt: '▲', bad: '■' } as const;
const HUES = { good: 'text-good', doubt: 'text-doubt', bad: 'text-bad' } as const;

export function StatusLine() {
  const { state } = usePlay();
  const { tone, says } = connectionWords(state);
  return (
    <a
      className="flex min-h-9 items-center justify-center gap-2 text-sm text-ink no-underline"
      href={hrefOf({ screen: 'sent' })}
    >
      <span aria-hidden="true" className={clsx('text-xs', HUES[tone])}>
        {MARKS[tone]}
      </span>
      <span>
        <span className="sr-only">Connection: </span>
        {says}
      </span>
    </a>
  );
}
