'use client';
/** One of a few values. A value of the file that is none of them is shown as it stands. */
import type { ReactNode } from 'react';
import type { Steps } from '../useSet';
import { FieldFrame } from './FieldFrame';

interface SelectFieldProps {
  readonly label: string;
  readonly steps: Steps;
  /** What each value is called, in this order. */
  readonly words: Readonly<Record<string, string>>;
  readonly value: string;
  readonly onPick: (value: string) => void;
  readonly hint?: ReactNode;
  readonly apart?: readonly Steps[];
  readonly className?: string;
}

export function SelectField(props: SelectFieldProps) {
  const { label, steps, words, value, onPick, hint, className } = props;
  const apart = props.apart ? { apart: props.apart } : {};
  return (
    <FieldFrame className={className} hint={hint} label={label} steps={steps} {...apart}>
      {(names) => (
        <select onChange={({ target }) => onPick(target.value)} value={value} {...names}>
          {!(value in words) && <option value={value}>{value}</option>}
          {Object.entries(words).map(([name, says]) => (
            <option key={name} value={name}>
              {says}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
