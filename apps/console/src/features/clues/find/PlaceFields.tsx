'use client';
/** A place: its circle, and what a reported position must be like to count. */
import Link from 'next/link';
import { useDraft } from '../../draft/DraftProvider';
import { NumberField } from '../../draft/fields/NumberField';
import { TextField } from '../../draft/fields/TextField';
import { type Steps, useSet } from '../../draft/useSet';
import { useScopedHref } from '../../frame/useScopedHref';
import type { ClueProps } from '../ClueEditor';
import { findOf } from '../clueParts';

export interface PlaceParts {
  readonly id?: unknown;
  readonly lat?: unknown;
  readonly lon?: unknown;
  readonly radiusM?: unknown;
  readonly minShare?: unknown;
  readonly maxAccuracyM?: unknown;
  readonly maxAgeS?: unknown;
  readonly onMap?: unknown;
}

export function PlaceFields({ clue, index }: ClueProps) {
  const { draft } = useDraft();
  const hrefTo = useScopedHref();
  const place = findOf<PlaceParts>(clue, 'place');
  const at = ['clues', index, 'find', 'place'] as const;
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <NumberField
          hint="degrees north"
          label="Latitude"
          steps={[...at, 'lat']}
          value={place.lat}
        />
        <NumberField
          hint="degrees east"
          label="Longitude"
          steps={[...at, 'lon']}
          value={place.lon}
        />
        <NumberField
          hint="metres, 1 to 50,000"
          label="Radius"
          placeholder="50"
          steps={[...at, 'radiusM']}
          value={place.radiusM}
        />
        <TextField
          hint="named by place.visited.v1"
          isCode
          isOptional
          label="Place’s own id"
          steps={[...at, 'id']}
          value={place.id}
        />
      </div>
      <PositionFields at={at} place={place} />
      <OnMap at={at} place={place} />
      <Link
        className="self-start text-[13px] text-accent underline"
        href={hrefTo(`/hunts/${draft.slug}/map`, { clue: index + 1 })}
      >
        Place it on the map
      </Link>
    </div>
  );
}

interface PositionFieldsProps {
  readonly at: Steps;
  readonly place: PlaceParts;
}

/** What a reported position must be like. */
function PositionFields({ at, place }: PositionFieldsProps) {
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      <NumberField
        hint="of its doubt inside, 0.5 to 1"
        label="Share"
        placeholder="0.5"
        steps={[...at, 'minShare']}
        value={place.minShare}
      />
      <NumberField
        hint="metres; must be stated then"
        label="Accuracy at most"
        placeholder="any"
        steps={[...at, 'maxAccuracyM']}
        value={place.maxAccuracyM}
      />
      <NumberField
        hint="seconds; must be stated then"
        label="Age at most"
        placeholder="any"
        steps={[...at, 'maxAgeS']}
        value={place.maxAgeS}
      />
    </div>
  );
}

/** Some places are shown to players, others are the riddle. */
function OnMap({ at, place }: PositionFieldsProps) {
  const set = useSet();
  return (
    <label className="flex items-center gap-1.5 text-[13px]">
      <input
        checked={place.onMap !== false}
        className="accent-accent"
        onChange={({ target }) =>
          set({ steps: [...at, 'onMap'], value: target.checked ? undefined : false })
        }
        type="checkbox"
      />
      Shown on players’ maps
    </label>
  );
}
