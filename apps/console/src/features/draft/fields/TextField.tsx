'use client';
/** A text of the draft, on one line or on several. */
import type { ReactNode } from 'react';
import { textOf } from '../draftHunt';
import { type Steps, useSet } from '../useSet';
import { FieldFrame } from './FieldFrame';
import { useTyped } from './useTyped';

export interface TextFieldProps {
  readonly label: string;
  readonly steps: Steps;
  readonly value: unknown;
  readonly hint?: ReactNode;
  /** Ids and codes are set in figures, and never spelled for. */
  readonly isCode?: boolean;
  /** Lines of a text that has several. */
  readonly rows?: number;
  /** An empty field is taken out of the file; else it stays as an empty text. */
  readonly isOptional?: boolean;
  readonly hasFocus?: boolean;
  readonly className?: string;
  /** In the place of setting the field, for one whose change means more. */
  readonly onCommit?: (text: string) => void;
}

export function TextField(props: TextFieldProps) {
  const { label, steps, value, hint, isCode, rows, isOptional, className, onCommit } = props;
  const set = useSet();
  const commit = (text: string) => {
    if (onCommit) return onCommit(text);
    set({ steps, value: text === '' && isOptional ? undefined : text });
  };
  const typed = useTyped(textOf(value), commit);
  const spelling = isCode ? { autoCapitalize: 'off', autoComplete: 'off', spellCheck: false } : {};
  const focus = props.hasFocus ? { 'data-first': '' } : {};
  return (
    <FieldFrame className={className} hint={hint} label={label} steps={steps}>
      {({ className: look, ...names }) =>
        rows === undefined ? (
          <input
            className={isCode ? `${look} figures` : look}
            dir="auto"
            {...names}
            {...typed}
            {...spelling}
            {...focus}
          />
        ) : (
          <textarea
            className={`${look.replace('h-8 ', '')} resize-y py-1.5`}
            dir="auto"
            rows={rows}
            {...names}
            {...typed}
            {...focus}
          />
        )
      }
    </FieldFrame>
  );
}
