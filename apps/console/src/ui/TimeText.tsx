'use client';
/** A time: local in the list, and local, UTC and relative on hover. Drawn in the browser only. */
import clsx from 'clsx';
import { describeTime, formatAge, formatClock, formatClockMillis } from '../format/times';

interface TimeTextProps {
  readonly ms: number;
  readonly as?: 'clock' | 'millis' | 'age';
}

export function TimeText({ ms, as = 'clock' }: TimeTextProps) {
  const nowMs = Date.now();
  const text = {
    clock: () => formatClock(ms),
    millis: () => formatClockMillis(ms),
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
