'use client';
/** How far back the charts look, or which stretch of time they stand at. */
import clsx from 'clsx';
import { movingWindow, useScope, WINDOW_WORDS, WINDOWS } from '../../live/scope';
import { RangePicker } from './RangePicker';

export function WindowPicker() {
  const [{ window, range }, setScope] = useScope();
  return (
    <fieldset className="flex rounded-md border border-line bg-panel p-0.5">
      <legend className="sr-only">Window</legend>
      {WINDOWS.map((minutes) => (
        <button
          aria-pressed={range === null && window === minutes}
          className={clsx(
            'h-6.5 rounded px-1.5 text-[13px] whitespace-nowrap sm:px-2',
            range === null && window === minutes
              ? 'bg-raised text-ink'
              : 'text-muted hover:text-ink',
          )}
          key={minutes}
          onClick={() => void setScope(movingWindow(minutes))}
          type="button"
        >
          {WINDOW_WORDS[minutes]}
        </button>
      ))}
      <RangePicker />
    </fieldset>
  );
}
