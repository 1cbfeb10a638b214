'use client';
/** Finds hunts by title and name, and brings those that were put away. */
import { useHuntFilter } from './useHuntFilter';

export function HuntFilterBar({ hasArchive }: { readonly hasArchive: boolean }) {
  const { filter, setValues } = useHuntFilter();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-[13px]">
      <input
        aria-label="Find hunts"
        className="h-8 w-64 max-w-full rounded-md border border-line bg-panel px-2.5"
        data-filter=""
        dir="auto"
        onChange={({ target }) => void setValues({ find: target.value || null })}
        placeholder="Find a hunt"
        type="search"
        value={filter.text}
      />
      {hasArchive && (
        <label className="flex items-center gap-1.5">
          <input
            checked={filter.isArchived}
            className="accent-accent"
            onChange={({ target }) => void setValues({ archived: target.checked || null })}
            type="checkbox"
          />
          Put away
        </label>
      )}
    </div>
  );
}
