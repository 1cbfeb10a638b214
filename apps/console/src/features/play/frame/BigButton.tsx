/** The button of the players' screens: never smaller than a thumb. */
import clsx from 'clsx';
import type { ButtonHTMLAttributes } from 'react';

interface BigButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly tone?: 'main' | 'quiet' | 'danger';
  /** Under way: it says so, and can't be pressed twice. */
  readonly isBusy?: boolean;
}

const TONES = {
  main: 'border-accent bg-accent text-on-accent',
  quiet: 'border-line bg-panel text-ink',
  danger: 'border-bad bg-panel text-bad',
} as const;

export function BigButton({ tone = 'quiet', isBusy, className, ...rest }: BigButtonProps) {
  return (
    <button
      aria-busy={isBusy}
      className={clsx(
        'inline-flex min-h-12 items-center justify-center gap-2 rounded-xl border-2 px-5 py-2',
        'font-semibold disabled:cursor-default disabled:border-line disabled:bg-raised',
        'disabled:text-muted',
        TONES[tone],
        className,
      )}
      disabled={isBusy}
      type="button"
      {...rest}
    />
  );
}
