/** A labelled field of several lines, for text that machines read too. */
import clsx from 'clsx';
import type { TextareaHTMLAttributes } from 'react';

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly label: string;
  readonly name: string;
  readonly hint?: string | undefined;
  /** What is wrong with it, if anything is. */
  readonly wrong?: string | undefined;
}

export function TextArea({ label, name, hint, wrong, className, ...rest }: TextAreaProps) {
  const says = wrong ?? hint;
  const saysId = says === undefined ? undefined : `${name}-says`;
  return (
    <div className={clsx('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={name}>{label}</label>
      <textarea
        aria-describedby={saysId}
        aria-invalid={wrong !== undefined}
        autoCapitalize="off"
        autoComplete="off"
        className={clsx(
          'figures min-h-16 w-full resize-y rounded-md border bg-ground p-2 text-[12px]',
          wrong === undefined ? 'border-line' : 'border-bad',
        )}
        id={name}
        name={name}
        spellCheck={false}
        {...rest}
      />
      {says !== undefined && (
        <span
          className={clsx('text-[13px]', wrong === undefined ? 'text-muted' : 'text-bad')}
          id={saysId}
        >
          {says}
        </span>
      )}
    </div>
  );
}
