'use client';
/** Whose teams a board shows: those of all divisions, or of one. */
import type { Division } from '@trove/contracts';

interface DivisionPickerProps {
  readonly divisions: readonly Division[];
  /** Empty for all. */
  readonly picked: string;
  readonly onPick: (division: string) => void;
}

export function DivisionPicker({ divisions, picked, onPick }: DivisionPickerProps) {
  return (
    <label className="flex items-center gap-2 text-[13px]">
      Division
      <select
        className="h-8 max-w-48 rounded-md border border-line bg-ground px-2"
        name="division"
        onChange={({ target }) => onPick(target.value)}
        value={picked}
      >
        <option value="">all</option>
        {divisions.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
