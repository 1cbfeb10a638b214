'use client';
/** A moment of the draft, by a clock of the chosen zone; odd times of the year are told. */
import { useState } from 'react';
import { Button } from '../../../ui/Button';
import { textOf } from '../draftHunt';
import { type Steps, useSet } from '../useSet';
import { FieldFrame } from './FieldFrame';
import { useTyped } from './useTyped';
import { useZone } from './useZone';
import { readWallTime, twiceWords, wallTimeOf } from './zonedTime';

interface TimeFieldProps {
  readonly label: string;
  readonly steps: Steps;
  readonly value: unknown;
  readonly hint?: string;
  readonly className?: string;
}

export function TimeField({ label, steps, value, hint, className }: TimeFieldProps) {
  const { zone } = useZone();
  const set = useSet();
  const [odd, setOdd] = useState<{ of: string; says: string }>();
  const text = textOf(value);
  const twice = text === '' ? undefined : twiceWords(text, zone);
  const take = (wall: string) => {
    const read = wall === '' ? undefined : readWallTime(wall, zone);
    if (wall !== '' && read === undefined) return;
    setOdd(read?.says === undefined ? undefined : { of: read.text, says: read.says });
    set({ steps, value: read?.text });
  };
  const typed = useTyped(wallTimeOf(text, zone) ?? '', take);
  const says = twice?.says ?? (odd?.of === text ? odd.says : undefined);
  const unread = text !== '' && wallTimeOf(text, zone) === undefined;
  return (
    <FieldFrame
      className={className}
      hint={
        <>
          {unread && <span className="figures block text-bad">{text}</span>}
          {says !== undefined && (
            <span className="block text-doubt" role="status">
              ▲ {says}
            </span>
          )}
          {twice && (
            <Button onClick={() => set({ steps, value: twice.other })} tone="bare">
              Take the other one
            </Button>
          )}
          {hint ?? `in ${zone}`}
        </>
      }
      label={label}
      steps={steps}
    >
      {({ className: look, ...names }) => (
        <input
          className={`${look} figures`}
          step={1}
          suppressHydrationWarning
          type="datetime-local"
          {...names}
          {...typed}
        />
      )}
    </FieldFrame>
  );
}
