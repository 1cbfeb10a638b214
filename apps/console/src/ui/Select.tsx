/** A labelled choice among a few. */
import { type SelectHTMLAttributes, useId } from 'react';

interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  readonly label: string;
}

export function Select({ label, children, ...rest }: SelectProps) {
  const id = useId();
  return (
    <span className="flex min-w-0 flex-col gap-1">
      <label className="text-[13px] text-muted" htmlFor={id}>
        {label}
      </label>
      <select className="h-8 rounded-md border border-line bg-ground px-2" id={id} {...rest}>
        {children}
      </select>
    </span>
  );
}
