/** Suspects times: hints that come too late to help, and clocks that were written an hour apart. */
import type { Clue, Hint, HuntDefinition } from '@trove/contracts';
import type { HuntPath } from '../huntFault.js';
import { arrivalsOf, windowOf } from './clueOrder.js';
import type { Suspicion } from './suspicion.js';

export function suspectTimes(hunt: HuntDefinition): readonly Suspicion[] {
  return [...lateHints(hunt), ...suspectOffsets(hunt)];
}

function lateHints(hunt: HuntDefinition): readonly Suspicion[] {
  const isDripping = hunt.clues.some(({ hints }) => hints.some(({ after }) => after !== undefined));
  if (!isDripping) return [];
  const arrivals = arrivalsOf(hunt);
  const opensMs = hunt.opens === undefined ? Number.NaN : Date.parse(hunt.opens);
  return hunt.clues.flatMap((clue, index) => {
    const arrival = arrivals.get(clue.id);
    if (arrival === undefined) return [];
    const firstMs = Math.max(arrival.earliestMs, windowOf(clue, hunt).opensMs);
    const { closesMs } = windowOf(clue, hunt);
    return clue.hints.flatMap((hint, at) => {
      const path = ['clues', index, 'hints', at, 'after'];
      return lateHint({ clue, hint, path }, { firstMs, opensMs, closesMs });
    });
  });
}

interface Dripping {
  readonly clue: Clue;
  readonly hint: Hint;
  readonly path: HuntPath;
}

interface Span {
  /** When a team can try the clue first, and when the hunt opens; not finite when not known. */
  readonly firstMs: number;
  readonly opensMs: number;
  readonly closesMs: number;
}

function lateHint(
  { clue, hint, path }: Dripping,
  { firstMs, opensMs, closesMs }: Span,
): readonly Suspicion[] {
  const { after } = hint;
  if (after === undefined) return [];
  const isSinceUnlocked = 'unlockedS' in after;
  const key = isSinceUnlocked ? 'unlockedS' : 'openedS';
  const seconds = isSinceUnlocked ? after.unlockedS : after.openedS;
  const spanS = Math.floor((closesMs - (isSinceUnlocked ? firstMs : opensMs)) / 1_000);
  if (!Number.isFinite(spanS) || seconds < spanS) return [];
  return [
    {
      rule: 'Q16',
      path: [...path, key],
      found: String(seconds),
      allowed: `less than ${spanS}, when "${clue.id}" closes at the latest`,
      message: `The hint "${hint.id}" of "${clue.id}" comes when the clue is closed for good.`,
      mend: `Let it come well before ${spanS} seconds have passed.`,
    },
  ];
}

interface Written {
  readonly path: HuntPath;
  readonly text: string;
  readonly day: string;
  /** As `+01:00`. */
  readonly offset: string;
}

const HOUR_MINUTES = 60;

/**
 * Two times of one day whose offsets are an hour apart: one of them forgot that clocks are changed,
 * or that they have been. What stands alone among its day's times is suspected.
 */
function suspectOffsets(hunt: HuntDefinition): readonly Suspicion[] {
  const times = writtenTimes(hunt);
  return times.flatMap((time, at) => {
    const others = times.filter(({ day, offset }) => {
      return day === time.day && isHourApart(offset, time.offset);
    });
    const same = times.filter(({ day, offset }) => day === time.day && offset === time.offset);
    const [other] = others;
    if (other === undefined || same.length > others.length) return [];
    // Of two, the one further down the file is told.
    if (same.length === others.length && times.indexOf(other) > at) return [];
    const by = time.text.slice(0, -time.offset.length) + other.offset;
    return [
      {
        rule: 'Q17',
        path: time.path,
        found: time.text,
        allowed: `the offset of other times of that day, ${other.offset}`,
        message: `${time.day} has two clocks in this file, an hour apart.`,
        mend: `Write ${by}, unless clocks are changed between the two.`,
        replace: { written: time.text, by },
      },
    ];
  });
}

function writtenTimes(hunt: HuntDefinition): readonly Written[] {
  const spans = [
    { path: [] as HuntPath, span: hunt },
    ...hunt.clues.map((clue, index) => ({ path: ['clues', index] as HuntPath, span: clue })),
  ];
  return spans.flatMap(({ path, span }) => {
    return (['opens', 'closes'] as const).flatMap((key): Written[] => {
      const text = span[key];
      const offset = text === undefined ? undefined : /[+-]\d\d:\d\d$/.exec(text)?.[0];
      if (text === undefined || offset === undefined) return [];
      return [{ path: [...path, key], text, day: text.slice(0, 10), offset }];
    });
  });
}

function isHourApart(one: string, other: string): boolean {
  return Math.abs(minutesOf(one) - minutesOf(other)) === HOUR_MINUTES;
}

function minutesOf(offset: string): number {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * HOUR_MINUTES + minutes);
}
