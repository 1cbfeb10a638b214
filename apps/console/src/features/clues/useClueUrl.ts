'use client';
/** Which clue is open, kept in the address: counted from 1, as people count. */
import { parseAsInteger, useQueryState } from 'nuqs';
import { useCallback } from 'react';

export function useClueUrl(count: number) {
  const [number, setNumber] = useQueryState(
    'clue',
    parseAsInteger.withOptions({ history: 'push' }),
  );
  const isThere = number !== null && number >= 1 && number <= count;
  const open = useCallback(
    (index: number | undefined) => void setNumber(index === undefined ? null : index + 1),
    [setNumber],
  );
  return { opened: isThere ? number - 1 : undefined, open };
}
