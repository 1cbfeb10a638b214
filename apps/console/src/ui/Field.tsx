/** A labelled input. */
import type { InputHTMLAttributes } from 'react';

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly name: string;
  readonly hint?: string;
}

export function Field({ label, name, hint, ...rest }: FieldProps) {
  const hintId = hint ? `${name}-hint` : undefined;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={name}>{label}</label>
      <input
        aria-describedby={hintId}
        className="h-10 rounded-md border border-line bg-ground px-3"
        id={name}
        name={name}
        {...rest}
      />
      {hint && (
        <span className="text-[13px] text-muted" id={hintId}>
          {hint}
        </span>
      )}
    </div>
  );
}
