'use client';
/** What all charts of a screen share of the axis of time: its marks, and how it is zoomed. */
import { createContext, useContext } from 'react';
import type { Mark } from '../live/historyAnswer';
import type { Range } from '../live/range';

export interface TimeAxis {
  readonly marks: readonly Mark[];
  /** Milliseconds of one point. */
  readonly widthMs: number;
  /** Told of a stretch that was dragged over; without it charts cannot be dragged over. */
  readonly onZoom?: (range: Range) => void;
}

const NO_AXIS: TimeAxis = { marks: [], widthMs: 0 };

export const TimeAxisContext = createContext<TimeAxis>(NO_AXIS);

export function useTimeAxis(): TimeAxis {
  return useContext(TimeAxisContext);
}

/** Marks of one point, as words: `harbour-night version 3`. */
export function wordsOfMark({ kind, hunt, subject }: Mark): string {
  return kind === 'publication' ? `${hunt} ${subject} published` : `${subject} started`;
}

/** The marks between two moments, both ends included. */
export function marksIn(
  marks: readonly Mark[],
  [from, to]: readonly [number, number],
): readonly Mark[] {
  return marks.filter(({ atMs }) => atMs >= from && atMs <= to);
}

/** The marks that stand in one point, oldest first. */
export function marksAt({ marks, widthMs }: TimeAxis, at: number): readonly Mark[] {
  return marks.filter(({ atMs }) => atMs >= at && atMs < at + widthMs).toReversed();
}
