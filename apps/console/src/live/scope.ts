'use client';
/** What every screen is looked at through: hunt, window or range, and pause, kept in the URL. */
import { useSearchParams } from 'next/navigation';
import {
  createParser,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from 'nuqs';
import { type Range, readRange, writeRange } from './range';

/** Minutes back from now. The live stream holds the first two, history the others. */
export const WINDOWS = ['5', '15', '60', '1440'] as const;
export type WindowMinutes = (typeof WINDOWS)[number];
export type LiveMinutes = Extract<WindowMinutes, '5' | '15'>;

export const WINDOW_WORDS: Readonly<Record<WindowMinutes, string>> = {
  '5': '5 min',
  '15': '15 min',
  '60': '60 min',
  '1440': '24 h',
};

const parseAsRange = createParser<Range>({
  parse: readRange,
  serialize: writeRange,
  eq: (a, b) => a.fromMs === b.fromMs && a.toMs === b.toMs,
});

const PARAMETERS = {
  hunt: parseAsString,
  window: parseAsStringLiteral(WINDOWS).withDefault('5'),
  paused: parseAsBoolean.withDefault(false),
  /** A frozen range; it stands in for the window. */
  range: parseAsRange,
};

/** The scope and how to change it; only what differs from the default is written. */
export function useScope() {
  return useQueryStates(PARAMETERS, { history: 'replace', shallow: true });
}

/** An address may hold a range that was cut off while it was copied. */
export function useIsRangeBroken(): boolean {
  const text = useSearchParams().get('range');
  return text !== null && readRange(text) === null;
}

/** Moves on with what is new: neither paused nor at a range. */
export const LIVE_AGAIN = { paused: false, range: null } as const;

/** A window that moves, whatever stood still before. */
export function movingWindow(window: WindowMinutes) {
  return { ...LIVE_AGAIN, window };
}

/** True where the live stream's own buckets are drawn. */
export function isLiveWindow(minutes: WindowMinutes): minutes is LiveMinutes {
  return minutes === '5' || minutes === '15';
}
