/** How the marks of a team stand in its JSON text; what is empty is left out. */
import type { PhotoMark, TeamMarks } from '@trove/core';

type Pairs = readonly (readonly [string, number])[];

export interface StoredMarks {
  readonly u?: readonly string[];
  readonly t?: Pairs;
  readonly h?: readonly string[];
  readonly c?: Pairs;
  readonly b?: readonly string[];
  readonly f?: Pairs;
  readonly m?: Pairs;
  readonly p?: readonly (readonly [string, PhotoMark])[];
}

export function storedMarks(marks: TeamMarks): StoredMarks {
  return {
    u: listOf(marks.unlocked),
    t: listOf(marks.unlockedAtMs),
    h: listOf(marks.hints),
    c: listOf(marks.counters),
    b: listOf(marks.badges),
    f: listOf(marks.firedAtMs),
    m: listOf(marks.paid),
    p: listOf(marks.photos),
  };
}

export function parseMarks(stored: StoredMarks): TeamMarks {
  return {
    unlocked: new Set(stored.u),
    unlockedAtMs: new Map(stored.t),
    hints: new Set(stored.h),
    counters: new Map(stored.c),
    badges: new Set(stored.b),
    firedAtMs: new Map(stored.f),
    paid: new Map(stored.m),
    photos: new Map(stored.p),
  };
}

/** JSON leaves out what is undefined. */
function listOf<T>(items: Iterable<T> & { readonly size: number }): T[] | undefined {
  return items.size === 0 ? undefined : [...items];
}
