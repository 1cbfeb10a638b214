'use client';
/** What stands around a field of the draft: its label, what helps, and what is wrong with it. */
import { type ReactNode, useId } from 'react';
import { findingsUnder, useFindings } from '../DraftProvider';
import { FindingList } from '../FindingList';
import { pathOf } from '../pathOf';
import type { Steps } from '../useSet';

export const INPUT =
  'h-8 w-full min-w-0 rounded-md border bg-ground px-2 text-[13px] disabled:opacity-50';

/** What the input itself carries, so that its label and its mistakes are read with it. */
export interface InputNames {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
  readonly className: string;
}

interface FieldFrameProps {
  readonly label: string;
  readonly steps: Steps;
  readonly hint?: ReactNode;
  /** Fields below this one that say for themselves what is wrong with them. */
  readonly apart?: readonly Steps[];
  readonly className?: string | undefined;
  readonly children: (names: InputNames) => ReactNode;
}

export function FieldFrame(props: FieldFrameProps) {
  const { label, steps, hint, apart = [], className = '', children } = props;
  const id = useId();
  const found = useFindings(pathOf(...steps));
  const elsewhere = new Set(apart.flatMap((below) => findingsUnder(found, pathOf(...below))));
  const findings = found.filter((finding) => !elsewhere.has(finding));
  const isWrong = findings.some(({ severity }) => severity === 'error');
  const hasWords = hint !== undefined || findings.length > 0;
  return (
    <div className={`flex min-w-0 flex-col gap-1 ${className}`}>
      <label className="text-[13px] text-muted" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': hasWords ? `${id}-says` : undefined,
        'aria-invalid': isWrong,
        className: `${INPUT} ${isWrong ? 'border-bad' : 'border-line'}`,
      })}
      {hasWords && (
        <div className="flex flex-col gap-1 text-[13px] text-muted" id={`${id}-says`}>
          {hint !== undefined && <span>{hint}</span>}
          <FindingList findings={findings} />
        </div>
      )}
    </div>
  );
}
