'use client';
/** A number of the draft. What is typed and is none is kept as it is, and the linter says so. */
import type { ReactNode } from 'react';
import { textOf } from '../draftHunt';
import { type Steps, useSet } from '../useSet';
import { FieldFrame } from './FieldFrame';
import { readNumber } from './readNumber';
import { useTyped } from './useTyped';

interface NumberFieldProps {
  readonly label: string;
  readonly steps: Steps;
  readonly value: unknown;
  readonly hint?: ReactNode;
  readonly placeholder?: string;
  readonly className?: string;
}

export function NumberField(props: NumberFieldProps) {
  const { label, steps, value, hint, placeholder, className } = props;
  const set = useSet();
  const typed = useTyped(textOf(value), (text) => {
    set({ steps, value: readNumber(text) });
  });
  return (
    <FieldFrame className={className} hint={hint} label={label} steps={steps}>
      {({ className: look, ...names }) => (
        <input
          autoComplete="off"
          className={`${look} figures`}
          inputMode="decimal"
          placeholder={placeholder}
          {...names}
          {...typed}
        />
      )}
    </FieldFrame>
  );
}
