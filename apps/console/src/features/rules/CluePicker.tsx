'use client';
/** Some of the hunt’s clues, to tick; those that are not there any more can be taken out. */
import { useState } from 'react';
import type { NamedThing } from './titles';

interface CluePickerProps {
  readonly label: string;
  readonly clues: readonly NamedThing[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

export function CluePicker({ label, clues, chosen, onChange }: CluePickerProps) {
  const known = new Set(clues.map(({ id }) => id));
  const gone = chosen.filter((id) => !known.has(id));
  // What was chosen when the list was opened stands above, and stays there while one ticks.
  const [first] = useState(() => new Set(chosen));
  const all = [...clues, ...gone.map((id) => ({ id, title: `${id} (not there any more)` }))];
  const shown = all.toSorted(
    (one, other) => Number(first.has(other.id)) - Number(first.has(one.id)),
  );
  const toggle = (id: string) => {
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  };
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="p-0 text-[13px] text-muted">{label}</legend>
      <div className="mt-1 flex max-h-44 flex-col gap-0.5 overflow-y-auto">
        {shown.map(({ id, title }) => (
          <label className="flex items-center gap-2 text-[13px]" key={id}>
            <input
              checked={chosen.includes(id)}
              className="accent-accent"
              onChange={() => toggle(id)}
              type="checkbox"
            />
            <span className="min-w-0 truncate" dir="auto">
              {title}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
