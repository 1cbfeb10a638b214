'use client';
/** Chooses the zone of all times on screen. Files keep offsets, so that nothing depends on it. */
import { useId, useMemo } from 'react';
import { INPUT } from './FieldFrame';
import { useZone, zones } from './useZone';

export function ZonePicker() {
  const { zone, setZone } = useZone();
  const names = useMemo(() => zones(), []);
  const id = useId();
  return (
    <span className="flex items-center gap-2 text-[13px] text-muted">
      <label className="whitespace-nowrap" htmlFor={id}>
        Times in
      </label>
      <select
        className={`${INPUT} max-w-48 border-line`}
        id={id}
        onChange={({ target }) => setZone(target.value)}
        value={zone}
      >
        {!names.includes(zone) && <option>{zone}</option>}
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </span>
  );
}
