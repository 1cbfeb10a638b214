'use client';
/** The small fields of the rule editor: a label above, what it means below. */
import clsx from 'clsx';
import { cloneElement, type ReactElement, type ReactNode, useId, useState } from 'react';

/** How every field and choice looks. */
export const CONTROL =
  'h-8 min-w-0 max-w-full rounded-md border border-line bg-ground px-2 text-[13px] text-ink';

interface LabelledProps {
  readonly label: string;
  readonly says?: ReactNode;
  readonly isHidden?: boolean;
  /** One field; it gets its id from here. */
  readonly children: ReactElement<{ id?: string; 'aria-describedby'?: string | undefined }>;
}

export function Labelled({ label, says, isHidden, children }: LabelledProps) {
  const id = useId();
  const saysId = says === undefined ? undefined : `${id}-says`;
  return (
    <span className="flex min-w-0 flex-col gap-1">
      <label className={clsx('text-[13px]', isHidden === true && 'sr-only')} htmlFor={id}>
        {label}
      </label>
      {cloneElement(children, { id, 'aria-describedby': saysId })}
      {says !== undefined && (
        <span className="text-[13px] text-muted" id={saysId}>
          {says}
        </span>
      )}
    </span>
  );
}

interface FieldProps {
  readonly id?: string;
  readonly label?: string;
  readonly className?: string;
  readonly 'aria-describedby'?: string | undefined;
}

interface TextInputProps extends FieldProps {
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly maxLength?: number;
  readonly placeholder?: string;
}

export function TextInput({ value, onText, label, className, ...rest }: TextInputProps) {
  return (
    <input
      aria-label={label}
      autoComplete="off"
      className={clsx(CONTROL, className)}
      dir="auto"
      onChange={({ target }) => onText(target.value)}
      spellCheck={false}
      type="text"
      value={value}
      {...rest}
    />
  );
}

interface NumberInputProps extends FieldProps {
  readonly value: number | undefined;
  readonly onNumber: (value: number | undefined) => void;
  readonly isWhole?: boolean;
  readonly min?: number;
  readonly max?: number;
}

/** Keeps what is typed while it is no number yet, as a lone minus; emptied it has no value. */
export function NumberInput(props: NumberInputProps) {
  const { value, onNumber, isWhole = true, label, className, ...rest } = props;
  const [typed, setTyped] = useState<{ text: string; value: number | undefined }>();
  const isTyped = typed !== undefined && typed.value === value;
  return (
    <input
      aria-label={label}
      className={clsx(CONTROL, 'figures', className ?? 'w-24')}
      inputMode="decimal"
      onBlur={() => setTyped(undefined)}
      onChange={({ target }) => {
        const text = target.value;
        const number = text.trim() === '' ? undefined : Number(text);
        const isNumber = number === undefined || Number.isFinite(number);
        setTyped({ text, value: isNumber ? number : value });
        if (isNumber) onNumber(number);
      }}
      step={isWhole ? 1 : 'any'}
      type="text"
      value={isTyped ? typed.text : (value ?? '')}
      {...rest}
    />
  );
}

export interface Choice {
  readonly value: string;
  readonly title: string;
}

interface SelectProps extends FieldProps {
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onSelect: (value: string) => void;
}

/** A value that is none of the choices is shown as it is, and can be kept. */
export function Select({ value, choices, onSelect, label, className, ...rest }: SelectProps) {
  const isKnown = choices.some((choice) => choice.value === value);
  return (
    <select
      aria-label={label}
      className={clsx(CONTROL, className)}
      onChange={({ target }) => onSelect(target.value)}
      value={value}
      {...rest}
    >
      {!isKnown && <option value={value}>{value === '' ? '…' : `${value} (not there)`}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.title}
        </option>
      ))}
    </select>
  );
}
