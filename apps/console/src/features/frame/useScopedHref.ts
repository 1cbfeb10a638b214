'use client';
/** Links between screens that keep hunt, window, range and pause. */
import { useCallback } from 'react';
import { writeRange } from '../../live/range';
import { useScope } from '../../live/scope';

type Query = Readonly<Record<string, string | number | undefined>>;

export function useScopedHref(): (path: string, query?: Query) => string {
  const [{ hunt, window, paused, range }] = useScope();
  return useCallback(
    (path, query = {}) => {
      const parameters = new URLSearchParams();
      if (hunt !== null) parameters.set('hunt', hunt);
      if (window !== '5') parameters.set('window', window);
      if (range !== null) parameters.set('range', writeRange(range));
      if (paused) parameters.set('paused', 'true');
      for (const [name, value] of Object.entries(query)) {
        if (value !== undefined) parameters.set(name, String(value));
      }
      const text = parameters.toString();
      return text === '' ? path : `${path}?${text}`;
    },
    [hunt, window, paused, range],
  );
}
