'use client';
/** One word on whether what is shown is true now, in a place for any that comes by itself. */
import clsx from 'clsx';
import { useHealth } from '../../live/LiveProvider';
import { useScope } from '../../live/scope';

const LOOKS = {
  live: { word: 'live', mark: '●', colour: 'text-good' },
  stale: { word: 'stale', mark: '▲', colour: 'text-doubt' },
  lost: { word: 'no data', mark: '■', colour: 'text-bad' },
  paused: { word: 'paused', mark: '❚❚', colour: 'text-accent' },
  loading: { word: 'waiting', mark: '○', colour: 'text-muted' },
} as const;

export function LiveBadge() {
  const health = useHealth();
  const [{ paused: isPaused, range }] = useScope();
  const paused = isPaused || range !== null;
  const is = !health ? 'loading' : health.level === 'live' && paused ? 'paused' : health.level;
  const { word, mark, colour } = LOOKS[is];
  return (
    <span
      className={clsx('min-w-18 whitespace-nowrap text-[13px]', colour)}
      title={health?.says ?? 'Waiting for the first figures'}
    >
      <span aria-hidden="true">{mark}</span> {word}
    </span>
  );
}
