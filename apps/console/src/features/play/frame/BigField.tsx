'use client';
/** A labelled line to type in, with room for a thumb, and what is wrong with it beneath. */
import clsx from 'clsx';
import { useId } from 'react';

interface BigFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
  /** A code, not words: the phone shall not mend it. */
  readonly isCode?: boolean;
  /** The code knows no small letters. */
  readonly isCapitals?: boolean;
  readonly maxLength?: number;
}

export function BigField(props: BigFieldProps) {
  const { label, name, value, onChange, hint, wrong, isCode = false, maxLength = 200 } = props;
  const capitals = props.isCapitals === true ? 'characters' : 'off';
  const id = useId();
  const says = wrong ?? hint;
  return (
    <div className="flex flex-col gap-1">
      <label className="font-medium" htmlFor={id}>
        {label}
      </label>
      <input
        aria-describedby={says === undefined ? undefined : `${id}-says`}
        aria-invalid={wrong !== undefined}
        autoCapitalize={isCode ? capitals : undefined}
        autoComplete="off"
        autoCorrect={isCode ? 'off' : undefined}
        className={clsx(
          'min-h-12 w-full rounded-lg border-2 bg-panel px-3 text-ink',
          wrong === undefined ? 'border-line' : 'border-bad',
          isCode && 'figures',
        )}
        dir="auto"
        enterKeyHint="go"
        id={id}
        maxLength={maxLength}
        name={name}
        onChange={({ target }) => onChange(target.value)}
        spellCheck={!isCode}
        type="text"
        value={value}
      />
      {says !== undefined && (
        <span
          className={clsx('text-sm', wrong === undefined ? 'text-muted' : 'text-bad')}
          id={`${id}-says`}
          role={wrong === undefined ? undefined : 'alert'}
        >
          {says}
        </span>
      )}
    </div>
  );
}
