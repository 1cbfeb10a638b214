'use client';
/** The photo that is looked at beside the list of all; arrow keys go from one to the next. */
import { useEffect, useRef, useState } from 'react';
import { isInDialog, isTyping } from '../../ui/isTyping';
import type { Operating } from '../liveHunt/useOperate';
import type { PhotoRow, PhotosAnswer } from './answers';
import { PhotoList } from './PhotoList';
import { PhotoView } from './PhotoView';
import { keyOfPhoto, stepFrom } from './photoSteps';

interface PhotoDeskProps {
  readonly answer: PhotosAnswer;
  readonly slug: string;
  readonly operating: Operating;
}

export function PhotoDesk({ answer, slug, operating }: PhotoDeskProps) {
  const { rows, clues } = answer;
  const [picked, setPicked] = useState<{ key: string; at: number }>({ key: '', at: 0 });
  const desk = useRef<HTMLDivElement>(null);
  // What was looked at may be judged and gone: then the next one has its place.
  const found = rows.findIndex((row) => keyOfPhoto(row) === picked.key);
  const at = found >= 0 ? found : Math.min(picked.at, rows.length - 1);
  const row: PhotoRow | undefined = rows[at];
  const pick = (to: number) => {
    const next = rows[to];
    if (next !== undefined) setPicked({ key: keyOfPhoto(next), at: to });
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || isInDialog(event)) return;
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      if (step !== 0) pick(stepFrom(at, step, rows.length));
      else if (!press(desk.current, event.key)) return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  if (row === undefined) return null;
  return (
    <div className="grid gap-4 pt-1 lg:grid-cols-[minmax(0,1fr)_minmax(14rem,20rem)]" ref={desk}>
      <PhotoView
        clue={clues.find(({ id }) => id === row.clue)}
        key={keyOfPhoto(row)}
        onMove={(step) => pick(stepFrom(at, step, rows.length))}
        operating={operating}
        place={`${at + 1} of ${rows.length}`}
        row={row}
        slug={slug}
      />
      <PhotoList clues={clues} nowMs={answer.nowMs} onPick={pick} picked={at} rows={rows} />
    </div>
  );
}

/** A button says itself which key presses it, so that what is disabled stays so. */
function press(desk: HTMLElement | null, key: string): boolean {
  const name = key.toLowerCase();
  if (name !== 'a' && name !== 'r') return false;
  const target = desk?.querySelector<HTMLElement>(`[aria-keyshortcuts="${name.toUpperCase()}"]`);
  if (target instanceof HTMLButtonElement) target.click();
  else target?.focus();
  return target !== null && target !== undefined;
}
