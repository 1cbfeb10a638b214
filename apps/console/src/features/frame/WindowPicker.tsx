'use client';
/** How far back the charts look. */
import clsx from 'clsx';
import { useScope, WINDOWS } from '../../live/scope';

export function WindowPicker() {
  const [{ window }, setScope] = useScope();
  return (
    <fieldset className="flex rounded-md border border-line bg-panel p-0.5">
      <legend className="sr-only">Window</legend>
      {WINDOWS.map((minutes) => (
        <button
          aria-pressed={window === minutes}
          className={clsx(
            'h-6.5 rounded px-2 text-[13px]',
            window === minutes ? 'bg-raised text-ink' : 'text-muted hover:text-ink',
          )}
          key={minutes}
          onClick={() => void setScope({ window: minutes })}
          type="button"
        >
          {minutes} min
        </button>
      ))}
    </fieldset>
  );
}
