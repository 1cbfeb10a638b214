'use client';
/** A photo: what it must show, for those who look at it, and how often a team may be wrong. */
import { TextField } from '../../draft/fields/TextField';
import type { ClueProps } from '../ClueEditor';
import { findOf } from '../clueParts';
import { type Tries, TriesFields } from './TriesFields';

interface PhotoParts extends Tries {
  readonly shows?: unknown;
}

export function PhotoFields({ clue, index }: ClueProps) {
  const photo = findOf<PhotoParts>(clue, 'photo');
  const at = ['clues', index, 'find', 'photo'] as const;
  return (
    <>
      <TextField
        hint="Read by operators beside each photo, never by players. An operator judges every one."
        isOptional
        label="What it must show"
        rows={3}
        steps={[...at, 'shows']}
        value={photo.shows}
      />
      <TriesFields at={at} tries={photo} />
    </>
  );
}
