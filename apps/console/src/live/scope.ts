'use client';
/** What every screen is looked at through: hunt, window and pause, kept in the URL. */
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';

export const WINDOWS = ['5', '15'] as const;
/** Minutes shown. */
export type WindowMinutes = (typeof WINDOWS)[number];

const PARAMETERS = {
  hunt: parseAsString,
  window: parseAsStringLiteral(WINDOWS).withDefault('5'),
  paused: parseAsBoolean.withDefault(false),
};

/** The scope and how to change it; only what differs from the default is written. */
export function useScope() {
  return useQueryStates(PARAMETERS, { history: 'replace', shallow: true });
}
