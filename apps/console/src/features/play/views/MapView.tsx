'use client';
/** The map: places by number, where the phone is, and how far each is on foot. */
import type { ClueView } from '@trove/contracts';
import { useState } from 'react';
import { usePlay } from '../client/usePlay';
import { Trouble } from '../find/Trouble';
import { BigButton } from '../frame/BigButton';
import { Heading } from '../frame/Heading';
import { hrefOf } from '../frame/route';
import { type MappedClue, PlaceMap } from '../map/PlaceMap';
import { metresTo } from '../map/projection';
import { useWatchedPosition } from '../map/usePosition';
import { distanceText, walkText } from '../words/clockText';
import { NoView } from './NoView';

export function MapView() {
  const { state } = usePlay();
  const [isWatched, setWatched] = useState(false);
  const { position, says } = useWatchedPosition(isWatched);
  if (state.snapshot === undefined) return <NoView what="map" />;
  const places = mappedClues(state.snapshot.clues);
  const away = (clue: MappedClue) => position && metresTo(position, clue.place);
  const listed = places.toSorted((a, b) => (away(a) ?? 0) - (away(b) ?? 0));
  return (
    <>
      <Heading>Map</Heading>
      {places.length === 0 ? (
        <p className="m-0 text-muted">
          No place of this hunt is shown to you yet: the clues tell where to look.
        </p>
      ) : (
        <>
          <section aria-label="Map of the places, north is up">
            <PlaceMap fix={position} places={places} />
          </section>
          <BigButton onClick={() => setWatched(!isWatched)}>
            {isWatched ? 'Stop showing where I am' : 'Show where I am'}
          </BigButton>
          <Trouble says={says} />
          <ol aria-label="Places" className="m-0 flex list-none flex-col gap-1 p-0">
            {listed.map((clue) => (
              <li key={clue.id}>
                <PlaceLine awayM={away(clue)} clue={clue} />
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}

interface PlaceLineProps {
  readonly clue: MappedClue;
  readonly awayM: number | undefined;
}

function PlaceLine({ clue, awayM }: PlaceLineProps) {
  return (
    <a
      className="flex min-h-12 items-center gap-3 rounded-lg px-2 text-ink"
      href={hrefOf({ screen: 'clue', clue: clue.id })}
    >
      <span className="figures w-7 text-right font-semibold text-accent">{clue.number}</span>
      <span className="min-w-0 flex-1 break-words" dir="auto">
        {clue.title}
        {clue.status === 'solved' && <span className="text-good"> ✓ solved</span>}
      </span>
      {awayM !== undefined && (
        <span className="text-right text-sm text-muted">
          {distanceText(awayM)}
          <br />
          {walkText(awayM)}
        </span>
      )}
    </a>
  );
}

/** Numbered by their order in the hunt, so that a place keeps its number. */
function mappedClues(clues: readonly ClueView[]): readonly MappedClue[] {
  return clues.flatMap((clue, index) => {
    const { id, title, status, place } = clue;
    return place === undefined ? [] : [{ id, title, status, place, number: index + 1 }];
  });
}
