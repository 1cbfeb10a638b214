'use client';
/** Which place is worked on: as the address says, else the first. */
import { parseAsInteger, useQueryState } from 'nuqs';
import { useCallback } from 'react';
import type { Place } from './places';

export function useSelectedPlace(places: readonly Place[]) {
  const [number, setNumber] = useQueryState('clue', parseAsInteger);
  const isThere = places.some(({ index }) => index + 1 === number);
  const select = useCallback((index: number) => void setNumber(index + 1), [setNumber]);
  return { selected: isThere && number !== null ? number - 1 : places[0]?.index, select };
}
