/** The one button: quiet, gold for the main act of a screen, red for what ends things. */
import clsx from 'clsx';
import type { ButtonHTMLAttributes } from 'react';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly tone?: 'quiet' | 'main' | 'danger' | 'bare';
}

const TONES = {
  quiet: 'border-line bg-panel text-ink hover:bg-raised',
  main: 'border-accent bg-accent text-on-accent hover:brightness-110',
  danger: 'border-bad bg-panel text-bad hover:bg-raised',
  bare: 'border-transparent text-muted hover:bg-raised hover:text-ink',
} as const;

export function Button({ tone = 'quiet', className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      className={clsx(
        'inline-flex h-8 items-center justify-center gap-1.5 rounded-md border px-2.5',
        'text-[13px] whitespace-nowrap disabled:cursor-default disabled:opacity-50',
        TONES[tone],
        className,
      )}
      type={type}
      {...rest}
    />
  );
}
