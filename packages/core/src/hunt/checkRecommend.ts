/** The mistakes of a hunt's recommend section: clues it does not have, said twice or both ways. */
import { checkTwice } from './checkTwice.js';
import type { HuntFault, HuntPath } from './huntFault.js';
import type { HuntParts } from './huntParts.js';
import { unknownName } from './unknownName.js';

interface Named {
  readonly clue: string;
  readonly path: HuntPath;
}

export function checkRecommend({ recommend, clueIds }: HuntParts): readonly HuntFault[] {
  if (recommend === undefined) return [];
  const { pins, boosts, never, capacity } = recommend;
  const named: readonly Named[] = [
    ...pins.map((clue, at) => ({ clue, path: ['recommend', 'pins', at] })),
    ...never.map((clue, at) => ({ clue, path: ['recommend', 'never', at] })),
    ...boosts.map(({ clue }, at) => ({ clue, path: ['recommend', 'boosts', at, 'clue'] })),
    ...capacity.map(({ clue }, at) => ({ clue, path: ['recommend', 'capacity', at, 'clue'] })),
  ];
  return [
    ...named.flatMap(({ clue, path }) => {
      return clueIds.has(clue) ? [] : [unknownName('clue', { id: clue, path }, clueIds)];
    }),
    ...checkOnce(pins, 'pins'),
    ...checkOnce(never, 'never'),
    ...checkTwice(boosts, { path: ['recommend', 'boosts'], field: 'clue', read: clueOf }),
    ...checkTwice(capacity, { path: ['recommend', 'capacity'], field: 'clue', read: clueOf }),
    ...checkBothWays({ pins, boosts: boosts.map(clueOf) }, new Set(never)),
  ];
}

function clueOf({ clue }: { readonly clue: string }): string {
  return clue;
}

function checkOnce(clues: readonly string[], list: string): readonly HuntFault[] {
  return clues.flatMap((clue, at) => {
    if (clues.indexOf(clue) === at) return [];
    const path = ['recommend', list, at];
    const message = `"${clue}" stands here twice.`;
    return [{ path, found: clue, allowed: 'each clue once', message }];
  });
}

/** A clue that is never suggested can't be pinned or boosted. */
function checkBothWays(
  wanted: Readonly<Record<'pins' | 'boosts', readonly string[]>>,
  never: ReadonlySet<string>,
): readonly HuntFault[] {
  return Object.entries(wanted).flatMap(([list, clues]) => {
    return clues.flatMap((clue, at) => {
      if (!never.has(clue)) return [];
      const path = ['recommend', list, at, ...(list === 'boosts' ? ['clue'] : [])];
      const message = `"${clue}" stands under never: it can't be suggested.`;
      return [{ path, found: clue, allowed: 'a clue that does not stand under never', message }];
    });
  });
}
