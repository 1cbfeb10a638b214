'use client';
/** One of several choices, as wide as the phone and with room for a thumb. */
import type { ReactNode } from 'react';

interface BigRadioProps {
  /** What the choices that exclude each other are called together. */
  readonly name: string;
  readonly value: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

export function BigRadio({ name, value, isChosen, onChoose, children }: BigRadioProps) {
  return (
    <label
      className={
        'flex min-h-14 cursor-pointer items-center gap-3 rounded-xl border-2 border-line ' +
        'bg-panel px-4 py-2 has-checked:border-accent has-focus-visible:outline-2'
      }
    >
      <input
        checked={isChosen}
        className="size-5 shrink-0 accent-accent"
        name={name}
        onChange={onChoose}
        type="radio"
        value={value}
      />
      <span className="min-w-0 break-words">{children}</span>
    </label>
  );
}
