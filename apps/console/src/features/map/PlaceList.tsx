'use client';
/** The places as a list: each can be chosen, moved by arrow keys, and written as numbers. */
import clsx from 'clsx';
import Link from 'next/link';
import type { RefObject } from 'react';
import { Panel } from '../../ui/Panel';
import { findOf, kindOf } from '../clues/clueParts';
import type { PlaceParts } from '../clues/find/PlaceFields';
import { useDraft } from '../draft/DraftProvider';
import { type DraftClue, textOf } from '../draft/draftHunt';
import { NumberField } from '../draft/fields/NumberField';
import { useScopedHref } from '../frame/useScopedHref';
import type { Place } from './places';
import type { Nudge } from './useNudge';

interface PlaceListProps {
  readonly clues: readonly DraftClue[];
  readonly places: readonly Place[];
  readonly selected: number | undefined;
  readonly list: RefObject<HTMLUListElement | null>;
  readonly onSelect: (index: number) => void;
  readonly onNudge: Nudge;
}

const EMPTY = {
  is: 'empty',
  says: 'No clue is found at a place yet. “New place” puts one in the middle of the map.',
} as const;

export function PlaceList(props: PlaceListProps) {
  const { clues, places, selected, list, onSelect, onNudge } = props;
  const byIndex = new Map(places.map((place) => [place.index, place]));
  const indices = [...clues.keys()].filter((index) => kindOf(clues[index] ?? {}) === 'place');
  return (
    <Panel state={indices.length === 0 ? EMPTY : { is: 'live' }} title="Places">
      <ul className="m-0 max-h-80 list-none overflow-y-auto p-0" ref={list}>
        {indices.map((index) => {
          const place = byIndex.get(index);
          return (
            <li className="border-t border-line first:border-t-0" key={index}>
              <button
                aria-pressed={index === selected}
                className={clsx(
                  'flex w-full items-baseline gap-2 px-2 py-1.5 text-left',
                  index === selected ? 'bg-raised' : 'hover:bg-raised',
                )}
                data-row=""
                onClick={() => onSelect(index)}
                onFocus={() => onSelect(index)}
                onKeyDown={(event) => place && onNudge(event, place)}
                type="button"
              >
                <span className="figures w-5 shrink-0 text-right text-muted">{index + 1}</span>
                <span className="min-w-0 flex-1 truncate" dir="auto">
                  {textOf(clues[index]?.title) || textOf(clues[index]?.id)}
                </span>
                <span className="figures text-[12px] text-muted">{wordsOf(place)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {selected !== undefined && clues[selected] && (
        <PlaceNumbers clue={clues[selected]} index={selected} key={selected} />
      )}
    </Panel>
  );
}

function wordsOf(place: Place | undefined): string {
  if (!place) return 'nowhere';
  return place.radiusM === 0 ? 'no circle' : `${place.radiusM} m`;
}

interface PlaceNumbersProps {
  readonly clue: DraftClue;
  readonly index: number;
}

function PlaceNumbers({ clue, index }: PlaceNumbersProps) {
  const { draft } = useDraft();
  const hrefTo = useScopedHref();
  const { lat, lon, radiusM } = findOf<PlaceParts>(clue, 'place');
  const at = ['clues', index, 'find', 'place'] as const;
  return (
    <div className="mt-3 flex flex-col gap-3 border-t border-line pt-3">
      <div className="grid grid-cols-3 gap-2">
        <NumberField label="Latitude" steps={[...at, 'lat']} value={lat} />
        <NumberField label="Longitude" steps={[...at, 'lon']} value={lon} />
        <NumberField
          label="Radius, m"
          placeholder="50"
          steps={[...at, 'radiusM']}
          value={radiusM}
        />
      </div>
      <Link
        className="self-start text-[13px] text-accent underline"
        href={hrefTo(`/hunts/${draft.slug}/clues`, { clue: index + 1 })}
      >
        All of this clue
      </Link>
    </div>
  );
}
