'use client';
/** Which hunt every screen is about; all of them when none is picked. */
import { useLive } from '../../live/LiveProvider';
import { useScope } from '../../live/scope';

export function HuntPicker() {
  const [{ hunt }, setScope] = useScope();
  const { newest } = useLive();
  const hunts = newest?.surroundings?.hunts ?? [];
  const isUnknown = hunt !== null && !hunts.some(({ slug }) => slug === hunt);
  return (
    <label className="min-w-0">
      <span className="sr-only">Hunt</span>
      <select
        className="h-8 w-44 truncate rounded-md border border-line bg-panel px-2 sm:w-56"
        onChange={(event) => void setScope({ hunt: event.target.value || null })}
        value={hunt ?? ''}
      >
        <option value="">all hunts</option>
        {isUnknown && <option value={hunt}>{hunt}</option>}
        {hunts.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
