/** One sentence that must be seen: good news, a doubt, or what went wrong. */
import clsx from 'clsx';
import type { ReactNode } from 'react';

interface NoticeProps {
  readonly tone: 'good' | 'doubt' | 'bad';
  readonly children: ReactNode;
}

const TONES = { good: 'border-good', doubt: 'border-doubt', bad: 'border-bad' } as const;

export function Notice({ tone, children }: NoticeProps) {
  return (
    <p
      className={clsx('rounded-md border-l-4 bg-raised px-3 py-2', TONES[tone])}
      role={tone === 'bad' ? 'alert' : 'status'}
    >
      {children}
    </p>
  );
}
