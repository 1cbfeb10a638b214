'use client';
/** In which division a new team is ranked, where the hunt has any. */
import type { Division } from '@trove/contracts';
import { BigRadio } from '../frame/BigRadio';

interface DivisionPickerProps {
  readonly divisions: readonly Division[];
  /** Its id; empty for none. */
  readonly division: string;
  readonly onPick: (division: string) => void;
}

export function DivisionPicker({ divisions, division, onPick }: DivisionPickerProps) {
  return (
    <fieldset className="m-0 grid gap-2 border-0 p-0 sm:grid-cols-3">
      <legend className="mb-1 p-0 font-medium">Which board are you on?</legend>
      {[...divisions, EVERYBODY].map(({ id, title }) => (
        <BigRadio
          isChosen={division === id}
          key={id}
          name="division"
          onChoose={() => onPick(id)}
          value={id}
        >
          <span className="font-medium" dir="auto">
            {title}
          </span>
        </BigRadio>
      ))}
    </fieldset>
  );
}

const EVERYBODY: Division = { id: '', title: 'That of all teams alone' };
