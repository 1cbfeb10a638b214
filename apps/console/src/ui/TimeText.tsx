'use client';
/**
 * A time: local in the list, with its day where that is not today, and local, UTC and relative on
 * hover. Drawn in the browser only.
 */
import clsx from 'clsx';
import { describeTime, formatAge, formatWhen, formatWhenMillis } from '../format/times';

interface TimeTextProps {
  readonly ms: number;
  readonly as?: 'clock' | 'millis' | 'age';
}

export function TimeText({ ms, as = 'clock' }: TimeTextProps) {
  const nowMs = Date.now();
  const text = {
    clock: () => formatWhen(ms, nowMs),
    millis: () => formatWhenMillis(ms, nowMs),
    age: () => formatAge(ms, nowMs),
  }[as]();
  return (
    <time
      className={clsx('whitespace-nowrap', as !== 'age' && 'figures')}
      dateTime={new Date(ms).toISOString()}
      suppressHydrationWarning
      title={describeTime(ms, nowMs)}
    >
      {text}
    </time>
  );
}
