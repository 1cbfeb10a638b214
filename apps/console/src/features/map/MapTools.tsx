'use client';
/** What the pointer does on the map, and what keys do in its place. */
import { Crosshair, Maximize, Plus } from 'lucide-react';
import { Button } from '../../ui/Button';
import { addClue } from '../clues/clueEdits';
import { useDraft } from '../draft/DraftProvider';
import type { DraftClue } from '../draft/draftHunt';
import type { HuntMap } from './huntMap';

interface MapToolsProps {
  readonly map: HuntMap | undefined;
  readonly clues: readonly DraftClue[];
  readonly selected: number | undefined;
  readonly isPlacing: boolean;
  readonly onPlacing: (isPlacing: boolean) => void;
  readonly onSelect: (index: number) => void;
}

export function MapTools(props: MapToolsProps) {
  const { map, clues, selected, isPlacing, onPlacing, onSelect } = props;
  const { edit } = useDraft();
  const says = isPlacing ? 'Click the map' : 'Place by click';
  const add = () => {
    if (!map) return;
    edit(addClue(clues, clues.length, map.center()));
    onSelect(clues.length);
  };
  return (
    <span className="flex gap-1">
      <Button
        aria-label={says}
        aria-pressed={isPlacing}
        disabled={selected === undefined}
        onClick={() => onPlacing(!isPlacing)}
        title="The next click on the map is where the chosen place is"
        tone={isPlacing ? 'main' : 'quiet'}
      >
        <Crosshair aria-hidden="true" size={14} />
        <span className="hidden sm:inline">{says}</span>
      </Button>
      <Button onClick={add} title="In the middle of the map">
        <Plus aria-hidden="true" size={14} /> New place
      </Button>
      <Button aria-label="All places in view" onClick={() => map?.fit()} title="All places in view">
        <Maximize aria-hidden="true" size={14} />
      </Button>
    </span>
  );
}
